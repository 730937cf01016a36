package org.chartseal.views.visit;

import java.time.Instant;
import org.chartseal.services.clinical.ConsentTerms;

/** Where an organisation stands with a patient. */
public sealed interface Standing {

  /** Nothing was asked, or the patient refused. */
  record NotAsked() implements Standing {}

  /**
   * What the patient granted last holds no more.
   *
   * @param at since when
   */
  record Over(Ending ending, Instant at) implements Standing {}

  /** How a consent ends. */
  enum Ending {
    /** The patient took it back. */
    REVOKED,
    /** Its period is over. */
    EXPIRED
  }

  /** The patient has not answered yet. */
  record Waiting(ConsentTerms terms) implements Standing {}

  /** The patient granted it, and it holds. */
  record Granted(ConsentTerms terms) implements Standing {}
}
