package org.chartseal.services.seal;

/**
 * An organisation's number in the registry.
 *
 * @param number from 1 up; 0 stands for the patients, who are in no registry (protocol §1)
 */
public record OrganisationId(long number) {

  /** The organisation under which patients' entries are anchored. */
  public static final OrganisationId PATIENTS = new OrganisationId(0);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public OrganisationId {
    if (number < 0) {
      throw new IllegalArgumentException("an organisation's number is not negative: " + number);
    }
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
