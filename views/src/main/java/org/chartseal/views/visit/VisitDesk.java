package org.chartseal.views.visit;

import java.util.List;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.patient.Visitor;

/** What the visit asks for. */
public interface VisitDesk {

  /** The cards that can be presented here without a file. */
  List<CardOnHand> cards() throws RefusedException;

  /**
   * Reads a card, checks it and its issuer, and says whose it is.
   *
   * @param source of a card on hand, or the path of a card file
   * @throws RefusedException if it cannot be believed
   */
  Visitor present(String source) throws RefusedException;

  /** The patient's own device, on which they confirm. */
  KeyHolder patientDevice(Visitor visitor) throws RefusedException;

  /** Has a patient confirm at the first visit; they are known from then on. */
  Visitor confirm(Visitor visitor, Pin pin, Progress progress) throws RefusedException;

  /** What was asked of this patient, and what they answered. */
  Standing standing(Visitor visitor) throws RefusedException;
}
