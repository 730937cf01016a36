package org.chartseal.services.clinical;

import java.util.List;

/**
 * Whom a document or a card says it is about. What it does not say is empty.
 *
 * @param name given names, then the family name
 * @param birthDate ISO date, or its year or month alone
 * @param gender {@code male}, {@code female}, {@code other}, {@code unknown}, or empty
 */
public record PatientDetails(
    String name, String birthDate, String gender, List<PatientIdentifier> identifiers) {

  /** A document that names nobody. */
  public static final PatientDetails NOBODY = new PatientDetails("", "", "", List.of());

  public PatientDetails {
    identifiers = List.copyOf(identifiers);
  }
}
