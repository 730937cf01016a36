package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.StatementType;
import org.junit.jupiter.api.Test;

/** A person decides what the rules leave open, and the file replays it. */
class RulingTest {

  /** Lines: a visit (approved), a procedure (denied: not covered), one for review, a vaccine. */
  private final World world = new World();

  private final TestKey dana = new TestKey();
  private final Decider decider = new Decider(world.verifier);
  private final Decision rules =
      world.decide(
          world.submit(
              world.claim(
                  world.entry(
                      world.patient,
                      Resources.encounter("e1", "185345009"),
                      Resources.procedure("p1", "34043003", "completed"),
                      Resources.procedure("p2", "385763009", "completed"),
                      Resources.immunization("i1")))));
  private final Replay replay = new Replay(world.verifier, PackLibrary.NONE);

  @Test
  void a_person_approves_what_the_rules_left_open_and_its_shares_follow_the_plan()
      throws RefusedException {
    Decision ruled = rule(rules, approve(rules, 3, "40.00"));
    LineDecision line = ruled.result().lines().get(2);
    assertThat(rules.result().lines().get(2).outcome()).isEqualTo(Outcome.NEEDS_PERSON);
    assertThat(line.outcome()).isEqualTo(Outcome.APPROVED);
    assertThat(line.amounts().allowed()).isEqualTo(Claims.usd("40.00"));
    assertThat(line.amounts().billed())
        .isEqualTo(
            line.amounts()
                .payer()
                .plus(line.amounts().secondary())
                .plus(line.amounts().patient())
                .plus(line.amounts().writeOff()));
    assertThat(line.byRules().map(RulesOutcome::outcome)).contains(Outcome.NEEDS_PERSON);
    assertThat(line.explanation()).contains("Dana Reyes").contains("Reviewed.");
    assertThat(ruled.result().isComplete()).isTrue();
    assertThat(ruled.continues(rules)).isTrue();
    assertThat(rules.continues(ruled)).isFalse();
    int year = World.DAY.getYear();
    assertThat(ruled.result().after().year(year))
        .isEqualTo(
            rules
                .result()
                .after()
                .year(year)
                .plus(line.amounts().deductible(), line.amounts().outOfPocket()));
  }

  @Test
  void a_replay_shows_what_the_rules_said_what_the_person_ruled_and_by_which_key()
      throws RefusedException {
    Decision ruled = rule(rules, approve(rules, 3, "40.00"));
    byte[] exported = world.file(ruled).with(world.packArchive).bytes();
    assertThat(replay.replay(DecisionFile.parse(exported)))
        .isInstanceOfSatisfying(
            ReplayOutcome.Same.class,
            same -> {
              assertThat(same.decision().result()).isEqualTo(ruled.result());
              assertThat(same.decision().rulings())
                  .extracting(SignedRuling::ruling)
                  .containsExactly(ruled.rulings().getFirst().ruling());
              SignedRuling ruling = same.decision().rulings().getFirst();
              assertThat(ruling.signature().key()).isEqualTo(dana.key());
              assertThat(ruling.ruling().person()).isEqualTo("Dana Reyes");
              assertThat(same.decision().result().lines().get(2).rule().rule()).isEqualTo("B04");
            });
    assertThat(DecisionFile.parse(exported).decision().result()).isEqualTo(ruled.result());
    assertThat(DecisionFile.parse(exported).rulings()).hasSize(1);
  }

  @Test
  void a_decision_without_rulings_has_the_bytes_of_version_1() {
    assertThat(new String(DecisionFile.body(rules), StandardCharsets.UTF_8))
        .startsWith("{\"format\":\"chartseal-decision\",\"v\":1,")
        .doesNotContain("byRules", "rulings");
  }

  @Test
  void a_person_denies_with_a_reason_code_and_may_overrule_an_approval() throws RefusedException {
    Decision ruled = rule(rules, deny(rules, 1, "PR", "204"));
    LineDecision line = ruled.result().lines().getFirst();
    assertThat(line.outcome()).isEqualTo(Outcome.DENIED);
    assertThat(line.byRules().map(RulesOutcome::outcome)).contains(Outcome.APPROVED);
    assertThat(line.amounts().nonCovered()).isEqualTo(line.amounts().billed());
    assertThat(line.adjustments())
        .containsExactly(new Adjustment("PR", "204", "", line.amounts().billed()));
    assertThat(line.change()).isPresent();
    // A second person takes it back; the file keeps both, and what the rules had said first.
    Decision again = rule(ruled, approve(ruled, 1, "10.00"));
    assertThat(again.rulings()).hasSize(2);
    assertThat(again.result().lines().getFirst().byRules().map(RulesOutcome::outcome))
        .contains(Outcome.APPROVED);
    assertThat(replay.replay(world.file(again).with(world.packArchive)))
        .isInstanceOf(ReplayOutcome.Same.class);
  }

  @Test
  void more_than_the_plan_recognises_is_refused() {
    ServiceLine line = rules.inputs().claim().file().lines().getFirst();
    Money more = new Money(PlanCeiling.of(world.pack, line).most().cents() + 1, Claims.USD);
    assertRefused(rules, approve(rules, 1, more), "CS-RULING-07");
    assertRefused(rules, approve(rules, 1, "0.00"), "CS-RULING-07");
  }

  @Test
  void a_line_that_the_claim_does_not_have_is_refused() {
    assertRefused(rules, approve(rules, 9, "1.00"), "CS-RULING-02");
  }

  @Test
  void evidence_that_fails_is_no_persons_to_overrule() {
    ClaimFile altered =
        world.claim(world.entry(world.patient, Resources.encounter("e1", "185345009")));
    SubmittedClaim claim = world.submit(altered);
    world.slots.replaceAll((slot, state) -> new SlotState.Empty());
    Decision denied = world.decide(claim);
    assertThat(denied.result().lines().getFirst().outcome()).isEqualTo(Outcome.DENIED);
    assertRefused(denied, approve(denied, 1, "1.00"), "CS-RULING-03");
  }

  @Test
  void a_day_that_no_plan_covers_is_no_persons_to_overrule() {
    DecisionInputs inputs = rules.inputs();
    Decision uncovered =
        decider.decide(
            new DecisionInputs(
                inputs.ledger(),
                inputs.settlement(),
                inputs.claim(),
                inputs.observation(),
                Optional.empty(),
                inputs.before(),
                Map.of(),
                inputs.receivedOn()),
            world.pack);
    assertRefused(uncovered, approve(uncovered, 1, "1.00"), "CS-RULING-04");
  }

  @Test
  void a_service_that_was_paid_before_is_not_approved_again() {
    DecisionInputs inputs = rules.inputs();
    Hash32 nullifier = inputs.claim().file().lines().getFirst().nullifier();
    Decision twice =
        decider.decide(
            new DecisionInputs(
                inputs.ledger(),
                inputs.settlement(),
                inputs.claim(),
                inputs.observation(),
                inputs.coverage(),
                inputs.before(),
                Map.of(nullifier, Hash32.ZERO),
                inputs.receivedOn()),
            world.pack);
    assertRefused(twice, approve(twice, 1, "1.00"), "CS-RULING-05");
  }

  @Test
  void a_ruling_about_another_decision_or_by_another_key_is_refused() throws RefusedException {
    Decision other = rule(rules, deny(rules, 4, "CO", "50"));
    assertRefused(other, approve(rules, 3, "40.00"), "CS-RULING-01");
    SignedRuling signed = signed(approve(rules, 3, "40.00"));
    SignedRuling forged =
        new SignedRuling(
            signed.ruling(),
            new FileSignature(
                signed.signature().statement(),
                new TestKey().key(),
                signed.signature().signature()));
    assertThatThrownBy(() -> decider.rule(rules, world.pack, forged))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-RULING-01"));
  }

  @Test
  void an_insurer_that_alters_its_persons_ruling_is_found_out() throws RefusedException {
    Decision ruled = rule(rules, approve(rules, 3, "40.00"));
    byte[] body =
        new String(DecisionFile.body(ruled), StandardCharsets.UTF_8)
            .replace("\"reason\":\"Reviewed.\"", "\"reason\":\"Renewed.\"")
            .getBytes(StandardCharsets.UTF_8);
    DecisionFile signed =
        DecisionFile.of(body, world.insurer.sign(DecisionFile.statement(body, World.NOW)));
    assertThat(replay.replay(signed.with(world.packArchive)))
        .isInstanceOfSatisfying(
            ReplayOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-RULING-01"));
  }

  @Test
  void a_ruling_without_a_reason_or_with_an_invented_code_cannot_be_made() {
    for (String carc : List.of("", "OTHER", "1234")) {
      assertThatThrownBy(() -> deny(rules, 3, "CO", carc))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ruling(rules, 3, new Ruling.Verdict.Approve(Claims.usd("1.00")), " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Decision rule(Decision decision, Ruling ruling) throws RefusedException {
    return decider.rule(decision, world.pack, signed(ruling));
  }

  private SignedRuling signed(Ruling ruling) {
    return new SignedRuling(
        ruling, dana.sign(FileStatement.of(StatementType.RULING, ruling.bytes(), World.NOW)));
  }

  private Ruling approve(Decision decision, int line, String allowed) {
    return approve(decision, line, Claims.usd(allowed));
  }

  private Ruling approve(Decision decision, int line, Money allowed) {
    return ruling(decision, line, new Ruling.Verdict.Approve(allowed), "Reviewed.");
  }

  private Ruling deny(Decision decision, int line, String group, String carc) {
    return ruling(
        decision,
        line,
        new Ruling.Verdict.Deny(new AdjustmentReason(group, carc, "")),
        "No indication.");
  }

  private Ruling ruling(Decision decision, int line, Ruling.Verdict verdict, String reason) {
    Accumulators.Totals spent = decision.result().after().year(World.DAY.getYear());
    return new Ruling(decision.digest(), line, verdict, reason, "Dana Reyes", spent);
  }

  private void assertRefused(Decision decision, Ruling ruling, String code) {
    assertThatThrownBy(() -> rule(decision, ruling))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.fault().code()).isEqualTo(code));
  }
}
