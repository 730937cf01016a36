package org.chartseal.services.claims;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.internal.DisclosureFindings;
import org.chartseal.services.claims.internal.LedgerFindings;
import org.chartseal.services.claims.internal.ShownService;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.DisclosureVerifier;
import org.chartseal.services.seal.SignatureVerifier;

/**
 * Checks the evidence of a claim's lines against what was found on the ledger. Without I/O: whoever
 * has the claim and the observation gets the same findings.
 */
public final class EvidenceCheck {

  private final SignatureVerifier verifier;
  private final DisclosureVerifier disclosures;
  private final Deployment settlement;

  /**
   * @param ledger chain and ledger that the entries must be signed for
   * @param settlement chain and settlement contract that the bill must be signed for
   */
  public EvidenceCheck(SignatureVerifier verifier, Deployment ledger, Deployment settlement) {
    this.verifier = verifier;
    this.disclosures = new DisclosureVerifier(verifier, ledger);
    this.settlement = settlement;
  }

  /** The findings about each line, in the claim's order. */
  public List<LineEvidence> check(SubmittedClaim claim, LedgerObservation observation) {
    boolean billSigned = claim.bill().verify(verifier, settlement, claim.file().hospital());
    LedgerFindings ledger = new LedgerFindings(claim, observation);
    return claim.file().lines().stream()
        .map(line -> check(claim, line, ledger, billSigned))
        .toList();
  }

  private LineEvidence check(
      SubmittedClaim claim, ServiceLine line, LedgerFindings ledger, boolean billSigned) {
    Map<EvidenceKind, Finding> findings = new EnumMap<>(EvidenceKind.class);
    findings.putAll(
        DisclosureFindings.of(disclosures.verify(line.disclosure(), claim.file().patient())));
    findings.putAll(ledger.of(line));
    ShownService shown = ShownService.in(line.disclosure());
    findings.put(EvidenceKind.SERVICE, shown.compare(line));
    findings.put(EvidenceKind.AMOUNT, ledger.amount(line, billSigned));
    return new LineEvidence(line.sequence(), shown.status(), findings);
  }
}
