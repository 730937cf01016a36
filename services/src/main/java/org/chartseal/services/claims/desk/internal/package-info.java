/** How the desks read what stands on the chain and waits in the outbox. */
@NullMarked
package org.chartseal.services.claims.desk.internal;

import org.jspecify.annotations.NullMarked;
