package org.chartseal.services.claims;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.chartseal.services.ledger.SettleLine;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;

/**
 * What is to be paid for one claim, all of it or nothing.
 *
 * @param bill the hospital's
 * @param lines those that are paid
 * @param total what leaves the pool
 * @param patient what the patient owes for these lines
 */
public record Settlement(
    Hash32 claim,
    OrganisationId payer,
    OrganisationId payee,
    Bill bill,
    List<SettlementLine> lines,
    Money total,
    Money patient) {

  public Settlement {
    lines = List.copyOf(lines);
  }

  /**
   * The same for the same payment, however often it is planned: what was sent once need not be sent
   * again.
   */
  public Hash32 idempotenceKey() {
    return tree().root();
  }

  /**
   * What the insurer is to sign.
   *
   * @param settlement chain and settlement contract
   */
  public Statement statement(Deployment settlement, Instant signedAt) {
    return new Statement(
        StatementType.SETTLE,
        settlement,
        payer,
        tree().root(),
        lines.size(),
        signedAt.getEpochSecond());
  }

  /**
   * The transaction that pays.
   *
   * @param signed what {@link #statement} gave, signed
   * @throws IllegalArgumentException if another statement was signed
   */
  public Submission.Settle submission(SignedStatement signed) {
    if (!signed.statement().root().equals(tree().root())) {
      throw new IllegalArgumentException("the statement is about another payment");
    }
    return new Submission.Settle(signed, bill.signed(), claim, settleLines());
  }

  private List<SettleLine> settleLines() {
    return lines.stream().map(this::settleLine).toList();
  }

  private SettleLine settleLine(SettlementLine line) {
    return new SettleLine(
        line.paid().nullifier(),
        BigInteger.valueOf(line.paid().cents()),
        BigInteger.valueOf(line.paid().patientCents()),
        BigInteger.valueOf(line.billed().cents()),
        bill.proof(bill.leaves().indexOf(line.billed())));
  }

  private MerkleTree tree() {
    return MerkleTree.of(lines.stream().map(line -> line.paid().bytes()).toList());
  }
}
