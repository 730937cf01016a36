package org.chartseal.services.clinical;

import java.util.List;

/**
 * FHIR R4 resources of a note: a {@code Composition}, a {@code Condition} for each problem, a
 * {@code MedicationRequest} for each medicine, a {@code ServiceRequest} for each order.
 */
public interface NoteResources {

  /**
   * The resources as JSON, the composition first.
   *
   * @throws IllegalArgumentException if the note says nothing
   */
  List<byte[]> resources(ClinicalNote note);
}
