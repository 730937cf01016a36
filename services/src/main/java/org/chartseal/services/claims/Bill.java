package org.chartseal.services.claims;

import java.time.Instant;
import java.util.List;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.InclusionProof;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;

/**
 * A hospital's signed statement of what it bills (protocol §8.3). The contract pays nothing that it
 * does not name.
 *
 * @param leaves all leaves of the statement, one for each line of the claim, in order
 */
public record Bill(SignedStatement signed, List<BillLeaf> leaves) {

  public Bill {
    leaves = List.copyOf(leaves);
  }

  /**
   * What the hospital is to sign for a claim.
   *
   * @param settlement chain and settlement contract
   */
  public static Statement statement(ClaimFile claim, Deployment settlement, Instant signedAt) {
    List<BillLeaf> leaves = leaves(claim);
    return new Statement(
        StatementType.BILL,
        settlement,
        claim.hospital(),
        tree(leaves).root(),
        leaves.size(),
        signedAt.getEpochSecond());
  }

  /** The leaves for a claim's lines, in order. */
  public static List<BillLeaf> leaves(ClaimFile claim) {
    return claim.lines().stream().map(line -> BillLeaf.of(claim, line)).toList();
  }

  /**
   * Whether a key of this hospital's signed these leaves for this settlement contract. Whose key it
   * is says the ledger.
   */
  public boolean verify(
      SignatureVerifier verifier, Deployment settlement, OrganisationId hospital) {
    Statement statement = signed.statement();
    return statement.type() == StatementType.BILL
        && statement.deployment().equals(settlement)
        && statement.organisation().equals(hospital)
        && statement.count() == leaves.size()
        && !leaves.isEmpty()
        && tree(leaves).root().equals(statement.root())
        && signed.verify(verifier);
  }

  /** The proof that a leaf is in the statement. */
  public InclusionProof proof(int index) {
    return tree(leaves).inclusion(index);
  }

  private static MerkleTree tree(List<BillLeaf> leaves) {
    return MerkleTree.of(leaves.stream().map(BillLeaf::bytes).toList());
  }
}
