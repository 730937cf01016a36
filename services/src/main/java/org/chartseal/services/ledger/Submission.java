package org.chartseal.services.ledger;

import java.math.BigInteger;
import java.util.List;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/**
 * A transaction. Where it touches records, licences or claims it carries its own authority; the
 * relayer only pays for it.
 */
public sealed interface Submission {

  /**
   * Anchors one run of an {@code anchor/1} statement: its leaves 256·run … whole and in order.
   *
   * @param path RFC 9162 inclusion path of node {@code run} in the tree over the run roots
   */
  record AnchorRun(SignedStatement statement, int run, List<RunLeaf> leaves, List<Hash32> path)
      implements Submission {}

  /** Anchors patients' entries; at most 256 at once. What is late or used is skipped. */
  record PatientAnchors(List<PatientAnchor> anchors) implements Submission {}

  /** Retracts one run of a {@code retract/1} statement. */
  record RetractRun(SignedStatement statement, int run, List<RetractLeaf> leaves, List<Hash32> path)
      implements Submission {}

  /** Retracts patients' entries by their slot keys; the digests are those of what was anchored. */
  record PatientRetractions(List<PatientAnchor> retractions) implements Submission {}

  /** Enters an organisation's newest seal block by a {@code head/1} statement of its own key. */
  record AdvanceHead(SignedStatement statement) implements Submission {}

  /** Performs a signed action of the registry or of the settlement. */
  record Act(ActionStatement statement, P256PublicKey key, Signature signature)
      implements Submission {}

  /**
   * Pays all lines of an insurer's {@code settle/1} statement, or none.
   *
   * @param lines all leaves of the settlement, in order; at most 256
   */
  record Settle(
      SignedStatement settlement, SignedStatement bill, Hash32 claim, List<SettleLine> lines)
      implements Submission {}

  /** Adds the relayer's tokens to an insurer's pool; it must have approved them. */
  record Deposit(OrganisationId insurer, BigInteger cents) implements Submission {}

  /** Lets the settlement take the relayer's tokens. */
  record ApproveSettlement(BigInteger cents) implements Submission {}

  /** Mints tokens; the relayer must be the token's owner, as in an embedded network. */
  record Mint(Address to, BigInteger cents) implements Submission {}

  /** Deploys a contract. */
  record Deploy(DeployCode code) implements Submission {}
}
