/**
 * A patient's record: writing entries, and reading them with a verdict each (protocol §3 to §6).
 */
@NullMarked
package org.chartseal.services.record;

import org.jspecify.annotations.NullMarked;
