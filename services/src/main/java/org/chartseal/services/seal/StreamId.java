package org.chartseal.services.seal;

/**
 * A stream within a pair: one writer, class, generation and year (protocol §2).
 *
 * @param generation from 0; only clinical classes advance
 * @param year UTC year of the entries' clinical dates; 0 is the control year
 */
public record StreamId(PartyId writer, SensitivityClass sensitivity, int generation, int year) {

  /** The year that holds nothing but end entries. */
  public static final int CONTROL_YEAR = 0;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the generation is negative or the year not in 0 … 65535
   */
  public StreamId {
    Labels.u31(generation, "a generation");
    Labels.u16(year, "a year");
  }
}
