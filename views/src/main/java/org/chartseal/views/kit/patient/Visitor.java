package org.chartseal.views.kit.patient;

import org.chartseal.services.identity.SignedCard;

/**
 * The patient whose card was presented, and believed.
 *
 * @param alias how the home names them, or the card's file
 * @param issuer name of the organisation that issued the card
 * @param acquaintance whether they confirmed here before
 */
public record Visitor(String alias, SignedCard card, String issuer, Acquaintance acquaintance) {

  /** Whether a patient confirmed at this organisation before. */
  public enum Acquaintance {
    FIRST_VISIT,
    KNOWN
  }

  /** The name on the card. */
  public String name() {
    return card.card().person().name();
  }
}
