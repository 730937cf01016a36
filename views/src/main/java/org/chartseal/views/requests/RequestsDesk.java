package org.chartseal.views.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.sending.Sent;

/** What the patient was asked, and their answers. */
public interface RequestsDesk {

  /**
   * A request that the ledger shows unanswered, or whose answer is on its way.
   *
   * @param answer how far the patient's answer is, if there is one
   */
  record Request(Ask ask, Optional<Answer> answer) {}

  /** An answer that was signed. */
  record Answer(Kind kind, Sent sent) {

    /** Whether the asker has it, or will have it without anybody's doing. */
    public boolean stands() {
      return !sent.hasFailed();
    }

    /** What the patient said. */
    public enum Kind {
      GRANTED,
      REFUSED
    }
  }

  /** The requests, the newest first. */
  List<Request> requests() throws RefusedException;

  /** How far the answer to a request is. */
  Optional<Answer> answer(Ask ask) throws RefusedException;

  /** The patient's device. */
  KeyHolder holder() throws RefusedException;

  /**
   * Grants what was asked, or less.
   *
   * @param terms within those of the request
   */
  Answer approve(Ask ask, ConsentTerms terms, Pin pin, Progress progress) throws RefusedException;

  /** Refuses a request, which tells the asker so. */
  Answer refuse(Ask ask, Pin pin, Progress progress) throws RefusedException;

  /** Sends an answer that failed again, as it was given. */
  Answer again(Ask ask, Pin pin, Progress progress) throws RefusedException;

  /** The present time. */
  Instant now();

  /** The first year from which the patient can have entries. */
  int firstYear();
}
