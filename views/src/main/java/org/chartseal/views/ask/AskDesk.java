package org.chartseal.views.ask;

import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;

/** What asking for consent needs. */
public interface AskDesk {

  /** What is asked for, as terms to be read and sent; nothing is sent yet, or has a name. */
  ConsentTerms draft(Visitor visitor, AskForm form);

  /**
   * Sends a request, off the JavaFX thread.
   *
   * @param draft as it was read
   * @return the same with its own id
   */
  ConsentTerms ask(Visitor visitor, ConsentTerms draft) throws RefusedException;

  /** How far a request is. */
  State state(Visitor visitor, ConsentTerms terms) throws RefusedException;

  /**
   * Takes a request back. It is on its way when this returns; the patient may answer before.
   *
   * @throws RefusedException if it is not on the ledger yet, or was answered
   */
  void takeBack(Visitor visitor, ConsentTerms terms) throws RefusedException;

  /** How far a request is. */
  enum State {
    /** It is on its way to the ledger. */
    SENT,
    /** The patient finds it, and has not answered. */
    ASKED,
    GRANTED,
    REFUSED,
    /** It is being taken back; the patient may still answer. */
    TAKING_BACK,
    TAKEN_BACK
  }
}
