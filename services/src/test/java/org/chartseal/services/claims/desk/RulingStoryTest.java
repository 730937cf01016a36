package org.chartseal.services.claims.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.PackLibrary;
import org.chartseal.services.claims.Replay;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the rules leave to a person, from the ruling to its payment, on a real network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulingStoryTest extends ClaimSteps {

  private static final long POOL = 100_000_000;

  @TempDir static Path folder;

  private List<RecordEntry> encounters;
  private ClaimFile claim;
  private long paidFirst;

  @BeforeAll
  void sign_a_life() throws Exception {
    Path bundles = Path.of(System.getProperty("chartseal.fixtures", "")).resolve("synthea/fhir");
    Assumptions.assumeTrue(
        bundles.toFile().isDirectory(), "no fixtures: the story of a ruling is skipped");
    world = ClaimWorld.start(folder, bundles);
    world.fileRecord();
    world.deposit(POOL);
    encounters = world.encounters();
    hospital = world.session(world.hospital);
    insurer = world.session(world.insurer);
  }

  @AfterAll
  void tear_down() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  @Order(1)
  void nothing_is_ruled_on_before_the_rules_were_asked_nor_paid_before_a_person_was() {
    claim =
        encounters.stream()
            .map(this::make)
            .filter(made -> made.lines().size() > 1)
            .findFirst()
            .orElseThrow();
    send();
    drain();
    assertThat(rule(1, new RulingOrder.Wish.ApproveListed()))
        .isInstanceOfSatisfying(
            RulingOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-RULING-08"));
    assertThat(
            world
                .payer(outbox())
                .decide(insurer, Set.of(claim.claim()), world.rulesThatAsk(), Progress.NONE))
        .isInstanceOf(DecideOutcome.Done.class);
    drain();
    assertThat(decision(claim).result().lines())
        .allMatch(line -> line.outcome() == Outcome.NEEDS_PERSON);
    assertThat(result(settle(), claim)).isInstanceOf(SettleResult.NothingDue.class);
  }

  @Test
  @Order(2)
  void a_persons_approval_reaches_hospital_and_patient_replays_and_is_paid() throws Exception {
    assertThat(rule(first(), new RulingOrder.Wish.ApproveListed()))
        .isInstanceOfSatisfying(
            RulingOutcome.Ruled.class, ruled -> assertThat(ruled.told()).isTrue());
    drain();
    Decision decision = decision(claim);
    assertThat(decision.rulings()).hasSize(1);
    assertThat(decision.result().lines().getFirst().outcome()).isEqualTo(Outcome.APPROVED);
    assertThat(state(claim))
        .isInstanceOfSatisfying(
            ClaimState.Decided.class,
            decided ->
                assertThat(
                        new Replay(world.care.engine().signatureVerifier(), PackLibrary.NONE)
                            .replay(decided.file()))
                    .isInstanceOf(ReplayOutcome.Same.class));
    assertThat(explanations()).hasSize(2).allMatch(RecordEntry::isProven);
    paidFirst = decision.result().totals().payer().cents();
    settleAll();
    assertThat(world.pool()).isEqualTo(POOL - paidFirst);
  }

  @Test
  @Order(3)
  void what_is_paid_cannot_be_ruled_on_and_what_is_left_can() {
    assertThat(rule(first(), new RulingOrder.Wish.Deny(new AdjustmentReason("CO", "50", ""))))
        .isInstanceOfSatisfying(
            RulingOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-RULING-10"));
    int second = second();
    Money all = claim.lines().get(1).billed();
    assertThat(
            rule(second, new RulingOrder.Wish.Approve(new Money(all.cents() + 1, ClaimWorld.USD))))
        .isInstanceOfSatisfying(
            RulingOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-RULING-07"));
    assertThat(rule(second, new RulingOrder.Wish.ApproveListed()))
        .isInstanceOf(RulingOutcome.Ruled.class);
    drain();
    assertThat(decision(claim).rulings()).hasSize(2);
  }

  @Test
  @Order(4)
  void a_ruling_that_another_window_makes_while_this_one_pays_is_not_overtaken() {
    Outbox ruledMeanwhile =
        beatenAt(
            outbox(),
            "actOnce",
            () ->
                assertThat(rule(second(), new RulingOrder.Wish.Deny(reason())))
                    .isInstanceOf(RulingOutcome.Ruled.class));
    assertRefused(
        result(world.settle(ruledMeanwhile).settle(insurer, Progress.NONE), claim), "CS-SETTLE-09");
    drain();
    assertThat(world.pool()).isEqualTo(POOL - paidFirst);
    assertThat(decision(claim).rulings()).hasSize(3);
    assertThat(result(settle(), claim)).isInstanceOf(SettleResult.NothingDue.class);
  }

  @Test
  @Order(5)
  void a_payment_that_is_made_and_final_while_another_window_rules_leaves_nothing_to_rule_on() {
    assertThat(rule(second(), new RulingOrder.Wish.ApproveListed()))
        .isInstanceOf(RulingOutcome.Ruled.class);
    drain();
    long payer = decision(claim).result().totals().payer().cents();
    Outbox paidMeanwhile =
        beatenAt(
            outbox(),
            "enqueue",
            () -> {
              assertThat(result(settle(), claim)).isInstanceOf(SettleResult.Queued.class);
              drain();
            });
    assertThat(rule(paidMeanwhile, second(), new RulingOrder.Wish.Deny(reason())))
        .isInstanceOfSatisfying(
            RulingOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-RULING-10"));
    drain();
    assertThat(decision(claim).rulings()).hasSize(4);
    assertThat(world.pool()).as("only what was left").isEqualTo(POOL - payer);
    assertThat(result(settle(), claim)).isInstanceOf(SettleResult.NothingDue.class);
  }

  @Test
  @Order(6)
  void two_windows_that_rule_at_once_lose_no_ruling() throws Exception {
    ClaimFile other =
        encounters.stream()
            .map(encounter -> claims().make(hospital, world.order(encounter)))
            .filter(MakeOutcome.Drafted.class::isInstance)
            .map(made -> ((MakeOutcome.Drafted) made).claim())
            .findFirst()
            .orElseGet(() -> waiting().getFirst());
    send();
    drain();
    world.payer(outbox()).decideAll(insurer, world.rulesThatAsk(), Progress.NONE);
    drain();
    RulingOrder order =
        new RulingOrder(
            other.claim(),
            other.lines().getFirst().sequence(),
            new RulingOrder.Wish.Deny(new AdjustmentReason("CO", "50", "")),
            "No indication.",
            "Dana Reyes");
    long ruled =
        together((session, outbox) ->
                world.rulings(outbox).rule(session, order, world.rulesThatAsk(), Progress.NONE))
            .stream()
            .filter(RulingOutcome.Ruled.class::isInstance)
            .count();
    drain();
    Decision decision = decision(other);
    // Each stands on the one before: none is lost, and none is counted twice.
    assertThat(decision.rulings()).hasSize((int) ruled).isNotEmpty();
    assertThat(decision.result().lines().getFirst().outcome()).isEqualTo(Outcome.DENIED);
  }

  private List<ClaimFile> waiting() {
    return inbox().stream()
        .filter(ReceivedClaim::isOpen)
        .map(received -> received.claim().orElseThrow().file())
        .toList();
  }

  private int second() {
    return claim.lines().get(1).sequence();
  }

  private static AdjustmentReason reason() {
    return new AdjustmentReason("CO", "50", "");
  }

  private int first() {
    return claim.lines().getFirst().sequence();
  }

  private RulingOutcome rule(int line, RulingOrder.Wish wish) {
    return rule(outbox(), line, wish);
  }

  private RulingOutcome rule(Outbox outbox, int line, RulingOrder.Wish wish) {
    return world
        .rulings(outbox)
        .rule(
            insurer,
            new RulingOrder(claim.claim(), line, wish, "Reviewed the record.", "Dana Reyes"),
            world.rulesThatAsk(),
            Progress.NONE);
  }

  private void settleAll() {
    settle();
    drain();
  }
}
