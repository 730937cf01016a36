package org.chartseal.services.claims;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.internal.LedgerFindings;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.seal.Disclosure;

/**
 * Verifies the evidence of a claim against the ledger, in one proven read. Blocks on the network.
 */
public final class ClaimVerifier {

  private final ProvenLedger ledger;
  private final EvidenceCheck check;

  public ClaimVerifier(ProvenLedger ledger, EvidenceCheck check) {
    this.ledger = ledger;
    this.check = check;
  }

  /**
   * Looks at everything that the claim's lines rest on. The payer does so again just before it
   * pays.
   */
  public VerifyOutcome verify(SubmittedClaim claim) {
    return new NewestBlock(ledger)
        .read(
            head ->
                switch (head) {
                  case HeadOutcome.Agreed agreed -> verify(claim, agreed.block(), true);
                  case HeadOutcome.Stale stale -> verify(claim, stale.block(), false);
                  case HeadOutcome.NoAgreement none -> new VerifyOutcome.Unavailable(none.fault());
                },
            outcome ->
                outcome instanceof VerifyOutcome.Unavailable(var fault)
                    ? Optional.of(fault)
                    : Optional.empty());
  }

  private VerifyOutcome verify(SubmittedClaim claim, BlockRef at, boolean current) {
    return switch (ledger.read(at, query(claim))) {
      case ReadOutcome.Proven proven -> {
        LedgerObservation observation =
            new LedgerObservation(proven.at(), current, proven.slots(), proven.licences());
        yield new VerifyOutcome.Verified(observation, check.check(claim, observation));
      }
      case ReadOutcome.Refused refused -> new VerifyOutcome.Unavailable(refused.fault());
      case ReadOutcome.Unavailable unavailable ->
          new VerifyOutcome.Unavailable(unavailable.fault());
    };
  }

  /** What of the ledger the evidence of a claim rests on. */
  public static LedgerQuery query(SubmittedClaim claim) {
    Set<LedgerSlot> slots = new HashSet<>();
    Set<LicenceKey> licences = new HashSet<>();
    licences.add(LedgerFindings.billKey(claim));
    for (ServiceLine line : claim.file().lines()) {
      Disclosure disclosure = line.disclosure();
      slots.add(LedgerFindings.slot(disclosure));
      licences.add(LedgerFindings.author(disclosure));
    }
    return new LedgerQuery(slots, licences, Set.of());
  }
}
