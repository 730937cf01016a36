package org.chartseal.services.claims;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was found about the evidence of one line.
 *
 * @param status the status of the resource as disclosed, or empty if it is not known
 * @param findings one for each kind; a kind that is missing counts as unknown
 */
public record LineEvidence(int sequence, String status, Map<EvidenceKind, Finding> findings) {

  public LineEvidence {
    EnumMap<EvidenceKind, Finding> copy = new EnumMap<>(EvidenceKind.class);
    copy.putAll(findings);
    findings = Collections.unmodifiableMap(copy);
  }

  /** The finding of a kind. */
  public Finding finding(EvidenceKind kind) {
    return findings.getOrDefault(kind, Finding.unknown("It was not looked at."));
  }

  /** Whether every kind holds. */
  public boolean holds() {
    for (EvidenceKind kind : EvidenceKind.values()) {
      if (finding(kind).state() != Finding.State.HOLDS) {
        return false;
      }
    }
    return true;
  }
}
