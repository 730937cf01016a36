/**
 * The outbox: what takes a sealed entry before the card signs it and carries it to finality,
 * exactly once, whatever is killed in between.
 *
 * <p>It holds ciphertext, slots, digests, statements, signatures and transaction hashes; never a
 * key, a name or content.
 *
 * <p>{@link JobState#DRAFT} → {@link JobState#SIGNED} → {@link JobState#STORED} → {@link
 * JobState#SUBMITTED} → {@link JobState#FINAL}. Every arrow is one transaction, and what it stands
 * for was durable before: the blocks before {@code STORED}, the attempt before the sending, the
 * proof before {@code FINAL}. So a process may be killed anywhere; the next one finds the state
 * before or the state after, and does again what does no harm twice: a block is stored under its
 * own digest, and the contract fills a slot once. What the chain loses goes back to {@code STORED},
 * even when it was final, until a last look long afterwards.
 */
@NullMarked
package org.chartseal.services.outbox;

import org.jspecify.annotations.NullMarked;
