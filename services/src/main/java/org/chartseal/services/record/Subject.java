package org.chartseal.services.record;

import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.signing.P256PublicKey;

/** Whom the entries of an opening must be about. */
public sealed interface Subject {

  /**
   * One patient, as their card shows them.
   *
   * @param party whom every entry must be about
   * @param signingKey what the patient's own entries must be signed with
   * @param slotPoint from which the places of the patient's own entries follow
   * @param name as the card shows it
   */
  record Patient(PartyId party, P256PublicKey signingKey, SlotPoint slotPoint, String name)
      implements Subject {

    /** The holder of a card. */
    public static Patient of(PatientCard card) {
      return new Patient(card.party(), card.signingKey(), card.slotPoint(), card.person().name());
    }
  }

  /** Any patient: a stream between two organisations, such as claims. */
  record Anybody() implements Subject {}
}
