package org.chartseal.services.claims.desk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.desk.internal.SettleCodec;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.ProvenSettlement;
import org.chartseal.services.ledger.SettleLine;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.outbox.ActHandler;
import org.chartseal.services.outbox.ActKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;

/**
 * Carries payments out of the outbox. The contract pays a line of a claim once, however often it is
 * sent; what it holds says whether it was.
 */
public final class SettleHandler implements ActHandler {

  /** The kind of a payment's act. */
  public static final ActKind KIND = new ActKind("settle/1");

  private static final Fault SPENT =
      new Fault(
          "CS-SETTLE-04",
          "Another claim was paid for a service of this one. Nothing of this one was paid; ask the hospital which of the two counts.");
  private static final Fault PARTLY =
      new Fault(
          "CS-SETTLE-05",
          "A part of this claim was paid by another payment. Settle again for what is left.");

  private final ProvenSettlement settlement;

  public SettleHandler(ProvenSettlement settlement) {
    this.settlement = settlement;
  }

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public Submission submission(byte[] payload) {
    return SettleCodec.read(payload);
  }

  @Override
  public Standing standing(BlockRef at, byte[] payload) {
    Submission.Settle settle = SettleCodec.read(payload);
    return switch (settlement.read(at, query(settle))) {
      case SettlementOutcome.Refused(var fault, var endpoints) -> new Standing.Unknown(fault);
      case SettlementOutcome.Unavailable(var fault, var endpoints) -> new Standing.Unknown(fault);
      case SettlementOutcome.Proven proven -> standing(proven, settle);
    };
  }

  /** A receipt stays after a reversal: what was paid once was done. */
  private static Standing standing(SettlementOutcome.Proven proven, Submission.Settle settle) {
    int paid = 0;
    boolean taken = false;
    for (SettleLine line : settle.lines()) {
      if (proven.payment(line(settle, line)).isPresent()) {
        paid++;
      } else {
        Optional<?> spender = proven.spender(service(settle, line));
        taken = taken || spender.isPresent();
      }
    }
    if (paid == settle.lines().size()) {
      return new Standing.Done();
    }
    if (taken) {
      return new Standing.Overtaken(SPENT);
    }
    return paid > 0 ? new Standing.Overtaken(PARTLY) : new Standing.NotYet();
  }

  private static SettlementQuery query(Submission.Settle settle) {
    Set<SettlementQuery.Service> services = new HashSet<>();
    Set<SettlementQuery.ClaimLine> lines = new HashSet<>();
    for (SettleLine line : settle.lines()) {
      services.add(service(settle, line));
      lines.add(line(settle, line));
    }
    return new SettlementQuery(Set.of(), services, lines, Set.of());
  }

  private static SettlementQuery.Service service(Submission.Settle settle, SettleLine line) {
    return new SettlementQuery.Service(hospital(settle), line.nullifier());
  }

  private static SettlementQuery.ClaimLine line(Submission.Settle settle, SettleLine line) {
    return new SettlementQuery.ClaimLine(hospital(settle), settle.claim(), line.nullifier());
  }

  private static OrganisationId hospital(Submission.Settle settle) {
    return settle.bill().statement().organisation();
  }
}
