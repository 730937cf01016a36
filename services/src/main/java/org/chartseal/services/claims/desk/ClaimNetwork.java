package org.chartseal.services.claims.desk;

import org.chartseal.services.claims.ClaimVerifier;
import org.chartseal.services.claims.EvidenceCheck;
import org.chartseal.services.ledger.BlockWitness;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ProvenSettlement;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.SignatureVerifier;

/**
 * Where claims are proven and paid.
 *
 * @param witness gives the raw proofs that lie in the decisions' files
 * @param ledgerDeployment chain and ledger that entries are signed for
 * @param settlementDeployment chain and settlement contract that bills and payments are signed for
 */
public record ClaimNetwork(
    ProvenLedger ledger,
    ProvenSettlement settlement,
    BlockWitness witness,
    Deployment ledgerDeployment,
    Deployment settlementDeployment,
    SignatureVerifier verifier) {

  /** Verifies the evidence of claims against the chain. */
  ClaimVerifier claimVerifier() {
    return new ClaimVerifier(
        ledger, new EvidenceCheck(verifier, ledgerDeployment, settlementDeployment));
  }
}
