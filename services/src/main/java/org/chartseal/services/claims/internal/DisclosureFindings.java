package org.chartseal.services.claims.internal;

import java.util.EnumMap;
import java.util.Map;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.seal.Check;
import org.chartseal.services.seal.Fault;

/** Tells which kind of evidence a refused disclosure lacks. */
public final class DisclosureFindings {

  private DisclosureFindings() {}

  /**
   * The findings that follow from the verification of a disclosure, which ends at the first fault.
   */
  public static Map<EvidenceKind, Finding> of(Check verification) {
    Map<EvidenceKind, Finding> findings = new EnumMap<>(EvidenceKind.class);
    switch (verification) {
      case Check.Passed() -> {
        findings.put(
            EvidenceKind.DISCLOSURE,
            Finding.holds("The elements lead to the content root that was signed."));
        findings.put(
            EvidenceKind.SUBJECT, Finding.holds("The record is about the insured patient."));
        findings.put(
            EvidenceKind.SIGNATURE, Finding.holds("The author's signature covers the record."));
      }
      case Check.Failed(Fault fault) -> {
        EvidenceKind failed = kind(fault);
        Finding unknown =
            Finding.unknown("It was not looked at, because something before it failed.");
        findings.put(
            EvidenceKind.DISCLOSURE,
            failed == EvidenceKind.SIGNATURE
                ? Finding.holds("The elements lead to the content root.")
                : unknown);
        findings.put(
            EvidenceKind.SUBJECT,
            failed == EvidenceKind.SIGNATURE
                ? Finding.holds("The record is about the insured patient.")
                : unknown);
        findings.put(EvidenceKind.SIGNATURE, unknown);
        findings.put(failed, Finding.fails(fault.code() + ": " + fault.sentence()));
      }
    }
    return findings;
  }

  /**
   * The codes are those of {@code DisclosureVerifier}; another one is a fault of the disclosure.
   */
  private static EvidenceKind kind(Fault fault) {
    return switch (fault.code()) {
      case "CS-SEAL-10", "CS-SEAL-11", "CS-SEAL-12", "CS-SEAL-13" -> EvidenceKind.SIGNATURE;
      case "CS-SEAL-17" -> EvidenceKind.SUBJECT;
      default -> EvidenceKind.DISCLOSURE;
    };
  }
}
