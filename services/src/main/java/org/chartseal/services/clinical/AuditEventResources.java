package org.chartseal.services.clinical;

/** FHIR R4 {@code AuditEvent} for access receipts. Times are kept to the second. */
public interface AuditEventResources {

  /** The receipt as JSON. */
  byte[] resource(AccessReceipt receipt);

  /** What {@link #resource} wrote, and nothing else. */
  Reading<AccessReceipt> read(byte[] json);
}
