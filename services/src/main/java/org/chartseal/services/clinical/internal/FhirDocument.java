package org.chartseal.services.clinical.internal;

import java.util.List;
import java.util.Map;

/**
 * A FHIR file whose resources were checked.
 *
 * @param bundleType empty if the file is one resource
 * @param timestamp of the bundle; empty if it has none
 * @param resources what is clinical, in the order of the file
 * @param leftOut types of what is not, and how many
 */
record FhirDocument(
    String bundleType,
    String timestamp,
    List<ImportedResource> resources,
    ReferenceIndex index,
    Map<String, Integer> leftOut) {

  private static final String DOCUMENT = "document";

  /** Whether it is one document that stays whole (FHIR R4 §3.3.1). */
  boolean isDocument() {
    return bundleType.equals(DOCUMENT);
  }
}
