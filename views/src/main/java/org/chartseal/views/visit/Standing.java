package org.chartseal.views.visit;

import org.chartseal.services.clinical.ConsentTerms;

/** Where an organisation stands with a patient. */
public sealed interface Standing {

  /** Nothing was asked, or what was granted is over. */
  record NotAsked() implements Standing {}

  /** The patient has not answered yet. */
  record Waiting(ConsentTerms terms) implements Standing {}

  /** The patient granted it, and it holds. */
  record Granted(ConsentTerms terms) implements Standing {}
}
