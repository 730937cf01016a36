package org.chartseal.services.claims;

import java.time.LocalDate;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/**
 * One line of a claim.
 *
 * @param sequence number of the line, from 1
 * @param day calendar day of the service
 * @param performer who performed it
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
    OrganisationId performer,
    Hash32 nullifier,
    Disclosure disclosure) {

  /**
   * @throws IllegalArgumentException if the amount is negative or the number not positive
   */
  public ServiceLine {
    if (sequence < 1 || billed.cents() < 0) {
      throw new IllegalArgumentException("lines count from 1 and bill no negative amount");
    }
  }
}
