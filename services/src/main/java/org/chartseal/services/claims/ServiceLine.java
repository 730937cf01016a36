package org.chartseal.services.claims;

import java.time.LocalDate;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Hash32;

/**
 * One line of a claim.
 *
 * @param sequence number of the line, from 1
 * @param day calendar day of the service
 * @param nullifier names the service, so that it is paid once (protocol §8.2)
 * @param disclosure what shows it in the signed record
 */
public record ServiceLine(
    int sequence,
    ServiceCategory category,
    ServiceCode code,
    String display,
    LocalDate day,
    Money billed,
    Hash32 nullifier,
    Disclosure disclosure) {

  /** The most cents of one line. */
  public static final long MAX_CENTS = 1_000_000_000_000L;

  /**
   * @throws IllegalArgumentException if the amount is negative or too large, or the number not
   *     positive
   */
  public ServiceLine {
    if (sequence < 1 || billed.cents() < 0 || billed.cents() > MAX_CENTS) {
      throw new IllegalArgumentException("lines count from 1 and bill from 0 to 10^12 cents");
    }
  }
}
