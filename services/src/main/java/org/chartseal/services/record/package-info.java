/** Reading a record: lanes, verdicts and what is complete. */
@NullMarked
package org.chartseal.services.record;

import org.jspecify.annotations.NullMarked;
