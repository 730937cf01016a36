/** The outbox's tables and the steps of its drainer. */
@NullMarked
package org.chartseal.services.outbox.internal;

import org.jspecify.annotations.NullMarked;
