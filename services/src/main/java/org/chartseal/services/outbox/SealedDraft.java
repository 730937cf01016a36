package org.chartseal.services.outbox;

import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.SealedEntry;

/** A sealed entry on its way into the outbox. */
public sealed interface SealedDraft {

  /** The sealed bytes and their digests. */
  SealedEntry entry();

  /**
   * An organisation's: it waits as a draft for a statement over it and others.
   *
   * @param author whom its manifest names: under a signature of another key no reader accepts it
   */
  record OfOrganisation(SealedEntry entry, KeyId author) implements SealedDraft {}

  /** A patient's: signed inside its manifest and for its slot already. */
  record OfPatient(SealedEntry entry, PatientAuthority authority) implements SealedDraft {}
}
