package org.chartseal.services.outbox;

import java.util.Set;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Slot;

/**
 * Something that is to be retracted. It is not sent before what it retracts is final, if that is in
 * this outbox too.
 */
public sealed interface RetractionDraft {

  /** The slot whose word is to be marked. */
  LedgerSlot target();

  /** Jobs that must be final before: the correction that takes its place, for instance. */
  Set<JobId> after();

  /** Whose job it is. */
  Owner owner();

  /**
   * Under an organisation's statement: it waits as a draft to be signed.
   *
   * @param author whose key wrote what stands there
   */
  record OfOrganisation(
      LedgerSlot target, Hash32 recordDigest, KeyId author, Owner owner, Set<JobId> after)
      implements RetractionDraft {
    public OfOrganisation {
      after = Set.copyOf(after);
    }
  }

  /** Under the slot's own key, signed already ({@code Retract} of protocol §6.3). */
  record OfPatient(
      Slot slot, Hash32 recordDigest, PatientAnchor signed, Owner owner, Set<JobId> after)
      implements RetractionDraft {
    public OfPatient {
      after = Set.copyOf(after);
    }

    @Override
    public LedgerSlot target() {
      return new LedgerSlot(OrganisationId.PATIENTS, slot);
    }
  }
}
