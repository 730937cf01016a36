package org.chartseal.services.clinical;

import java.util.List;

/**
 * FHIR R4 resources of a note: a {@code Composition}, a {@code Condition} for each diagnosis, a
 * {@code MedicationRequest} for each medicine.
 */
public interface NoteResources {

  /** The resources as JSON, the composition first. */
  List<byte[]> resources(ClinicalNote note);
}
