/**
 * The outbox: what takes a sealed entry before the card signs it and carries it to finality,
 * exactly once, whatever is killed in between.
 *
 * <p>It holds ciphertext, slots, digests, statements, signatures and transaction hashes; never a
 * key, a name or content.
 */
@NullMarked
package org.chartseal.services.outbox;

import org.jspecify.annotations.NullMarked;
