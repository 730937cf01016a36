package org.chartseal.views.ask;

import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;

/** What asking for consent needs. */
public interface AskDesk {

  /** What is asked for, as terms to be read and sent; nothing is sent yet. */
  ConsentTerms draft(Visitor visitor, AskForm form);

  /** Sends a request. */
  void ask(Visitor visitor, ConsentTerms terms) throws RefusedException;

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
