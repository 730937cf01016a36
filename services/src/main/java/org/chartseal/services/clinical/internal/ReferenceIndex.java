package org.chartseal.services.clinical.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which resource of a document a reference means (FHIR R4, Bundle §2.36.4). */
final class ReferenceIndex {

  private static final String URN_UUID = "urn:uuid:";

  private final Map<String, ImportedResource> byName = new HashMap<>();

  /** Takes a resource under its full URL, its own name, and the URN of its id. */
  void add(String fullUrl, ImportedResource resource) {
    if (!fullUrl.isEmpty()) {
      byName.put(fullUrl, resource);
    }
    byName.put(resource.ref(), resource);
    byName.putIfAbsent(URN_UUID + resource.walked().id(), resource);
  }

  /** The resource, unless it is elsewhere or the reference is to a contained one. */
  Optional<ImportedResource> find(String reference) {
    return Optional.ofNullable(byName.get(withoutVersion(reference)));
  }

  /** The same reference to no particular version. */
  static String withoutVersion(String reference) {
    int version = reference.indexOf("/_history/");
    return version < 0 ? reference : reference.substring(0, version);
  }
}
