/** The durable queue that carries each entry from signature to finality. */
@NullMarked
package org.chartseal.services.outbox;

import org.jspecify.annotations.NullMarked;
