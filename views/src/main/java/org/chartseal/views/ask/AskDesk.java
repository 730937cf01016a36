package org.chartseal.views.ask;

import java.util.Optional;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;

/** What asking for consent needs. */
public interface AskDesk {

  /** What is asked for, as terms to be read and sent; nothing is sent yet. */
  ConsentTerms draft(Visitor visitor, AskForm form);

  /** Sends a request. */
  void ask(Visitor visitor, ConsentTerms terms) throws RefusedException;

  /** The patient's answer to it; empty as long as there is none. */
  Optional<Answer> answer(Visitor visitor, ConsentTerms terms) throws RefusedException;

  /** What a patient answered. */
  enum Answer {
    GRANTED,
    REFUSED
  }
}
