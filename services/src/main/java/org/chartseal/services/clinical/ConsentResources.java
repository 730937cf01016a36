package org.chartseal.services.clinical;

/** FHIR R4 {@code Consent} for requests and grants. Times are kept to the second. */
public interface ConsentResources {

  /** The resource as JSON, with its narrative. */
  byte[] resource(ConsentTerms terms, State state);

  /** What {@link #resource} wrote, and nothing else. */
  Reading<Statement> read(byte[] json);

  /** The terms in plain words, as a patient reads them. */
  String inWords(ConsentTerms terms);

  /** Where a consent stands. */
  enum State {
    /** Asked for. */
    PROPOSED,
    /** Granted. */
    ACTIVE,
    /** Refused. */
    REJECTED,
    /** Granted once, and revoked. */
    INACTIVE
  }

  /** A consent as it was read. */
  record Statement(ConsentTerms terms, State state) {}
}
