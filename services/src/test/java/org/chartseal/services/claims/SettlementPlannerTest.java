package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartseal.services.ledger.SettleLine;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.junit.jupiter.api.Test;

/** What is paid, and what is not. */
class SettlementPlannerTest {

  private final World world = new World();
  private final SettlementPlanner planner = new SettlementPlanner();
  private final DueClaim first = due("e1", "185345009", "301807007", 0);
  private final DueClaim second = due("e2", "390906007", "169553002", 60);
  private final Money pool = Claims.usd("100000.00");

  @Test
  void a_settlement_pays_exactly_what_was_decided_and_is_what_the_contract_takes() {
    Settlement settlement = pay(planner.plan(List.of(first), pool, Set.of(), World.NOW).getFirst());
    assertThat(settlement.total()).isEqualTo(first.decision().result().totals().payer());
    assertThat(settlement.patient()).isEqualTo(first.decision().result().totals().patient());

    Statement statement = settlement.statement(world.settlement, World.NOW);
    assertThat(statement.type()).isEqualTo(StatementType.SETTLE);
    Submission.Settle submission = settlement.submission(world.insurer.sign(statement));
    assertThat(submission.lines()).hasSameSizeAs(settlement.lines());
    for (int i = 0; i < submission.lines().size(); i++) {
      SettleLine line = submission.lines().get(i);
      assertThat(line.amount().add(line.patientShare())).isLessThanOrEqualTo(line.billed());
      Hash32 leaf = MerkleTree.leafHash(settlement.lines().get(i).billed().bytes());
      assertThat(line.inBill().root(leaf)).isEqualTo(submission.bill().statement().root());
      assertThat(line.billed())
          .isEqualTo(BigInteger.valueOf(settlement.lines().get(i).billed().cents()));
    }
  }

  @Test
  void a_denied_line_and_one_that_waits_spend_nothing() {
    DueClaim mixed =
        due(
            Resources.encounter("e5", "185345009"),
            Resources.procedure("p5", "34043003", "completed"),
            Resources.procedure("p6", "385763009", "completed"));
    Settlement settlement = pay(planner.plan(List.of(mixed), pool, Set.of(), World.NOW).getFirst());
    assertThat(settlement.lines()).hasSize(1);
  }

  @Test
  void planned_twice_it_is_the_same_payment() {
    Settlement one = pay(planner.plan(List.of(first), pool, Set.of(), World.NOW).getFirst());
    Settlement two =
        pay(planner.plan(List.of(first), pool, Set.of(), World.NOW.plusSeconds(90)).getFirst());
    assertThat(one.idempotenceKey()).isEqualTo(two.idempotenceKey());
  }

  @Test
  void what_is_spent_on_the_chain_is_not_paid_again() {
    Set<Hash32> spent =
        first.decision().inputs().claim().file().lines().stream()
            .map(ServiceLine::nullifier)
            .collect(Collectors.toSet());
    assertThat(planner.plan(List.of(first), pool, spent, World.NOW).getFirst())
        .isInstanceOf(PlanOutcome.NothingDue.class);
    assertThat(planner.plan(List.of(first, first), pool, Set.of(), World.NOW).getLast())
        .isInstanceOf(PlanOutcome.NothingDue.class);
  }

  @Test
  void more_than_the_pool_holds_is_refused_whole_and_who_came_first_is_paid_first() {
    Money justOne = pay(planner.plan(List.of(first), pool, Set.of(), World.NOW).getFirst()).total();
    List<PlanOutcome> outcomes = planner.plan(List.of(second, first), justOne, Set.of(), World.NOW);
    assertThat(outcomes.get(0).claim()).isEqualTo(first.decision().inputs().claim().file().claim());
    assertThat(outcomes.get(0)).isInstanceOf(PlanOutcome.Pay.class);
    assertThat(outcomes.get(1)).isInstanceOf(PlanOutcome.Refused.class);
    assertThat(((PlanOutcome.Refused) outcomes.get(1)).fault().code()).isEqualTo("CS-SETTLE-01");
  }

  @Test
  void a_bill_of_eleven_months_is_still_paid() {
    Instant late = World.NOW.plus(Duration.ofDays(335));
    assertThat(planner.plan(List.of(first), pool, Set.of(), late).getFirst())
        .isInstanceOf(PlanOutcome.Pay.class);
  }

  @Test
  void a_bill_that_the_contract_would_no_longer_accept_is_refused_in_words() {
    Instant late = World.NOW.plus(Duration.ofDays(365));
    PlanOutcome outcome = planner.plan(List.of(first), pool, Set.of(), late).getFirst();
    assertThat(((PlanOutcome.Refused) outcome).fault().code()).isEqualTo("CS-SETTLE-02");
  }

  @Test
  void a_statement_about_another_payment_pays_nothing() {
    Settlement one = pay(planner.plan(List.of(first), pool, Set.of(), World.NOW).getFirst());
    Settlement two = pay(planner.plan(List.of(second), pool, Set.of(), World.NOW).getFirst());
    Statement other = two.statement(world.settlement, World.NOW);
    assertThatThrownBy(() -> one.submission(world.insurer.sign(other)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Settlement pay(PlanOutcome outcome) {
    assertThat(outcome).isInstanceOf(PlanOutcome.Pay.class);
    return ((PlanOutcome.Pay) outcome).settlement();
  }

  private DueClaim due(String id, String visit, String procedure, int seconds) {
    DueClaim due =
        due(Resources.encounter(id, visit), Resources.procedure("p" + id, procedure, "completed"));
    return new DueClaim(due.decision(), World.NOW.plusSeconds(seconds));
  }

  private DueClaim due(String... resources) {
    // A plan without deductible, so that the pool has to pay.
    DecisionInputs inputs =
        world.inputs(world.submit(world.claim(world.entry(world.patient, resources))));
    Coverage gold =
        new Coverage(
            "gold", World.MEMBER, world.patient, World.DAY, java.util.Optional.empty(), false);
    DecisionInputs covered =
        new DecisionInputs(
            inputs.ledger(),
            inputs.settlement(),
            inputs.claim(),
            inputs.observation(),
            java.util.Optional.of(gold),
            inputs.before(),
            inputs.billedBefore(),
            inputs.receivedOn());
    return new DueClaim(new Decider(world.verifier).decide(covered, world.pack), World.NOW);
  }
}
