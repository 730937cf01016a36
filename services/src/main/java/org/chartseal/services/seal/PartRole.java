package org.chartseal.services.seal;

import java.util.Locale;

/** What a part of a content is (§4). */
public enum PartRole {
  /** The file as it was; at most one. */
  ORIGINAL,
  /** A FHIR R4 resource as JSON. */
  RESOURCE,
  /** What a grant gives (§7.1); at most one. */
  CAPABILITIES,
  /** A disclosure, a rule's result. */
  ATTACHMENT,
  /** The names of the billable services in the resources (§8.2); at most one. */
  NULLIFIERS;

  /** The word that stands in the content. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PartRole parse(String code) throws RefusedException {
    for (PartRole role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new RefusedException(Faults.MALFORMED_CONTENT);
  }
}
