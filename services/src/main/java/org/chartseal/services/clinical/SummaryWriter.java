package org.chartseal.services.clinical;

import org.chartseal.services.seal.RefusedException;

/**
 * Makes an International Patient Summary (HL7 IPS, FHIR R4) of proven entries: a document whose
 * sections hold their resources, with the origin of each.
 */
public interface SummaryWriter {

  /**
   * Makes it.
   *
   * @throws RefusedException if an entry holds what is no FHIR resource
   */
  PatientSummary write(SummaryRequest request) throws RefusedException;
}
