/** What is wrong with an installation, in words, and what to do about it. */
@NullMarked
package org.chartseal.app.doctor;

import org.jspecify.annotations.NullMarked;
