package org.chartseal.services.claims.desk;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DueClaim;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.Settlement;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.claims.desk.internal.Decisions;
import org.chartseal.services.claims.desk.internal.Histories;
import org.chartseal.services.claims.desk.internal.KnownPayments;
import org.chartseal.services.claims.desk.internal.PayerInbox;
import org.chartseal.services.claims.desk.internal.Payments;
import org.chartseal.services.claims.desk.internal.SettleCodec;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.outbox.ActDraft;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.signing.SignOutcome;

/**
 * Pays what was decided, each claim whole and once. Whether the records still stand is looked at
 * again before anything is signed.
 */
public final class SettleDesk {

  private static final Fault RULED =
      new Fault(
          "CS-SETTLE-09",
          "A person has ruled on this claim meanwhile. Nothing of it was paid; settle again when the ruling is final.");

  private final ClaimSources sources;
  private final ClaimQueue queue;
  private final ClaimNetwork network;
  private final Currency currency;
  private final PayerInbox inbox;
  private final Payments payments;

  /**
   * @param currency of the settlement's token
   */
  public SettleDesk(
      ClaimSources sources, ClaimQueue queue, ClaimNetwork network, Currency currency) {
    this.sources = sources;
    this.queue = queue;
    this.network = network;
    this.currency = currency;
    this.inbox =
        new PayerInbox(
            new Histories(sources.records(), sources.queued()), new Decisions(network.verifier()));
    this.payments = new Payments(network.ledger(), network.settlement());
  }

  /** What would be paid now; nothing is signed. */
  public SettleOutcome plan(OrganisationSession insurer, Progress progress) {
    return run(insurer, progress, (due, settlement, known) -> new SettleResult.Due(settlement));
  }

  /** Signs what is due and puts it into the outbox, which pays it. */
  public SettleOutcome settle(OrganisationSession insurer, Progress progress) {
    return run(insurer, progress, (due, settlement, known) -> pay(insurer, due, settlement, known));
  }

  private SettleOutcome run(
      OrganisationSession insurer, Progress progress, SettleRun.Paying paying) {
    try {
      List<DueClaim> decided = decided(insurer, progress);
      KnownPayments known =
          KnownPayments.before(
              queue.outbox(),
              decided.stream().flatMap(due -> SettleRun.labels(due.decision()).stream()).toList());
      SettleRun run =
          new SettleRun(
              insurer.id(),
              known,
              payments.read(query(insurer.id(), decided)),
              currency,
              queue.outbox(),
              new EvidenceGate(network.claimVerifier()),
              sources.clock().instant());
      return run.take(decided, paying, progress);
    } catch (RefusedException e) {
      return new SettleOutcome.Failed(e.fault());
    }
  }

  /** The decisions that are final, in the order in which their claims were received. */
  private List<DueClaim> decided(OrganisationSession insurer, Progress progress)
      throws RefusedException {
    int to = ClaimEntries.year(sources.clock().instant());
    List<PayerInbox.Made> made = new ArrayList<>();
    for (Organisation hospital : sources.directory().all()) {
      if (!hospital.id().equals(insurer.id())) {
        made.addAll(inbox.made(insurer, hospital, to - 1, to, progress).values());
      }
    }
    // Days, then the moment of the decision, then the order in which one hospital's were made:
    // claims are decided in the order of receipt.
    return made.stream()
        .filter(one -> one.at().isPresent())
        .sorted(
            Comparator.comparing(
                    (PayerInbox.Made one) -> one.stated().decision().inputs().receivedOn())
                .thenComparing(one -> one.at().orElseThrow()))
        .map(one -> one.stated().decision())
        .map(decision ->
            new DueClaim(
                decision, decision.inputs().receivedOn().atStartOfDay(ZoneOffset.UTC).toInstant()))
        .toList();
  }

  private static SettlementQuery query(OrganisationId insurer, List<DueClaim> decided) {
    Set<OrganisationId> organisations = new HashSet<>(Set.of(insurer));
    Set<SettlementQuery.Service> services = new HashSet<>();
    Set<SettlementQuery.ClaimLine> lines = new HashSet<>();
    for (DueClaim due : decided) {
      Decision decision = due.decision();
      OrganisationId hospital = decision.inputs().claim().file().hospital();
      organisations.add(hospital);
      lines.addAll(Payments.approved(decision));
      for (ServiceLine line : decision.inputs().claim().file().lines()) {
        services.add(new SettlementQuery.Service(hospital, line.nullifier()));
      }
    }
    return new SettlementQuery(organisations, services, lines, Set.of());
  }

  private SettleResult pay(
      OrganisationSession insurer, DueClaim due, Settlement settlement, KnownPayments known) {
    Statement statement =
        settlement.statement(network.settlementDeployment(), sources.clock().instant());
    return switch (insurer.party().keys().sign(statement.bytes())) {
      case SignOutcome.SignRefused(var fault) ->
          new SettleResult.Refused(
              settlement.claim(), new Fault(fault.code().shortCode(), fault.sentence()));
      case SignOutcome.Signed(var signature) -> {
        SignedStatement signed =
            new SignedStatement(statement, insurer.party().keys().signing().publicKey(), signature);
        ActDraft draft =
            new ActDraft(
                SettleHandler.KIND,
                SettleCodec.write(settlement.submission(signed)),
                ClaimLabels.settlement(settlement.claim(), due.decision().rulings().size()),
                Set.of());
        // Another process may have paid or ruled since the plan was made.
        if (queue
            .outbox()
            .actOnce(
                draft,
                held ->
                    isRuledAnew(held, due.decision())
                        || known.isAnotherAmong(held, SettleRun.labels(due.decision())))
            .isPresent()) {
          yield new SettleResult.Queued(settlement);
        }
        yield isRuledAnew(queue.outbox(), due.decision())
            ? new SettleResult.Refused(settlement.claim(), RULED)
            : new SettleResult.UnderWay(settlement.claim());
      }
    };
  }

  private static boolean isRuledAnew(HeldJobs held, Decision decision) {
    Hash32 claim = decision.inputs().claim().file().claim();
    return !held.ofOwner(ClaimLabels.decision(claim, decision.rulings().size() + 1)).isEmpty();
  }
}
