/** What leaves the program for people and other programs: reports as PDF, tables as CSV. */
@NullMarked
package org.chartseal.services.report;

import org.jspecify.annotations.NullMarked;
