package org.chartseal.services.outbox;

import java.util.Set;

/**
 * A registry act or a settlement that is to be sent: signed already, and harmless when it is sent
 * twice.
 *
 * @param payload what the handler of this kind makes the transaction from; it must hold nothing
 *     that may not be on chain
 * @param after jobs that must be final before
 */
@SuppressWarnings("ArrayRecordComponent") // opaque to the outbox, never compared
public record ActDraft(ActKind kind, byte[] payload, Owner owner, Set<JobId> after) {
  public ActDraft {
    after = Set.copyOf(after);
  }
}
