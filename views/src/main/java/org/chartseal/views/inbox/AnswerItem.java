package org.chartseal.views.inbox;

import java.time.Instant;
import java.util.Optional;
import org.chartseal.services.clinical.ConsentTerms;

/**
 * A request of the organisation, and what became of it.
 *
 * @param terms those that were granted, else those that were asked for
 * @param at when it was answered, where that is known
 */
public record AnswerItem(
    String patient, ConsentTerms terms, Instant asked, Answer answer, Optional<Instant> at) {

  /** What became of a request. */
  public enum Answer {
    WAITING,
    GRANTED,
    /** Less was granted than was asked for. */
    NARROWED,
    REFUSED,
    WITHDRAWN,
    /** Its period is over. */
    ENDED,
    /** Whether it holds cannot be proven now. */
    UNKNOWN
  }

  /** Names what is new about it; nothing where nobody has done anything. */
  Optional<String> news() {
    return switch (answer) {
      case WAITING, ENDED, UNKNOWN -> Optional.empty();
      case GRANTED, NARROWED, REFUSED, WITHDRAWN -> Optional.of(terms.id() + ":" + answer);
    };
  }
}
