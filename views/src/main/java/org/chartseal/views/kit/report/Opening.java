package org.chartseal.views.kit.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.record.RecordOutcome;

/**
 * Whose record was opened, and what of it.
 *
 * @param basis on which it was opened
 * @param terms of the consent, as far as they are known yet
 * @param outcome how it ended; absent while it is read, and when it was not read to its end
 * @param printed when the report is made
 */
public record Opening(
    PatientDetails patient,
    Basis basis,
    List<ConsentTerms> terms,
    Optional<RecordOutcome.Opened> outcome,
    Instant printed) {

  public Opening {
    terms = List.copyOf(terms);
  }

  /** On what a record is opened. */
  public enum Basis {
    /** It is the reader's own. */
    OWN,
    /** The patient granted it. */
    CONSENT
  }
}
