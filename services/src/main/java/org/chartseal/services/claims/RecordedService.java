package org.chartseal.services.claims;

import java.time.LocalDate;
import org.chartseal.services.seal.BillableService;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;

/**
 * One service that stands in a content and that a payer may be billed for (protocol §8.2).
 *
 * @param resource the resource's reference, {@code Type/id}
 * @param code the first coding that has both system and code
 * @param codePointer RFC 6901 pointer to the code within the resource
 * @param systemPointer RFC 6901 pointer to the code's system
 * @param display the name of the service as written, or the code where there is none
 * @param dayPointer RFC 6901 pointer to the date within the resource
 * @param day calendar day of the service, as written in the record and not converted
 * @param status the resource's status as written
 * @param ordinal counts equal services of the performer and day, from 0
 */
public record RecordedService(
    String resource,
    ServiceCategory category,
    ServiceCode code,
    String codePointer,
    String systemPointer,
    String display,
    String dayPointer,
    LocalDate day,
    String status,
    int ordinal) {

  /** Whether the record says that the service was done: nothing else is billed. */
  public boolean isDone() {
    return switch (category) {
      case VISIT -> status.equals("finished");
      case PROCEDURE, IMMUNIZATION -> status.equals("completed");
    };
  }

  /** What the nullifier is computed from. */
  public BillableService billable(OrganisationId performer) {
    return new BillableService(
        PartyId.of(performer).value(), day, code.system(), code.code(), ordinal);
  }

  /** The same service as the n-th of its kind on that day. */
  public RecordedService withOrdinal(int n) {
    return new RecordedService(
        resource, category, code, codePointer, systemPointer, display, dayPointer, day, status, n);
  }
}
