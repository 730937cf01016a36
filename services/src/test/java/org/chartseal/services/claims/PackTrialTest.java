package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.TriedLine.Effect;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.StatementType;
import org.junit.jupiter.api.Test;

/** A pack is tried on what was decided before it decides anything. */
class PackTrialTest {

  private final World world = new World();

  /** Lines: a visit (approved), a procedure (denied: not covered), one for review, a vaccine. */
  private final Decision decided =
      world.decide(
          world.submit(
              world.claim(
                  world.entry(
                      world.patient,
                      Resources.encounter("e1", "185345009"),
                      Resources.procedure("p1", "34043003", "completed"),
                      Resources.procedure("p2", "385763009", "completed"),
                      Resources.immunization("i1")))));

  @Test
  void the_pack_that_decided_changes_nothing_and_both_sums_are_those_that_were_decided() {
    TrialReport report = run(world.packArchive, decided);
    assertThat(report.changed()).isEmpty();
    assertThat(report.count(Effect.UNCHANGED)).isEqualTo(4);
    assertThat(report.sums().payerAfter())
        .isEqualTo(report.sums().payerBefore())
        .isEqualTo(decided.result().totals().payer());
    assertThat(report.sums().patientAfter()).isEqualTo(decided.result().totals().patient());
  }

  @Test
  void what_another_pack_would_change_is_said_line_by_line_with_the_rule() {
    String services =
        sample("services.csv")
            .replaceFirst("(385763009,[^\n]*),review,", "$1,covered,")
            .replaceFirst("(34043003,[^\n]*),excluded,", "$1,review,")
            .replaceFirst("(185345009,[^\n]*),covered,", "$1,excluded,")
            .replaceAll(",136.00,covered,yes,", ",100.00,covered,yes,");
    TrialReport report = run(Packs.archive(Map.of("services.csv", services)), decided);
    assertThat(report.changed())
        .extracting(TriedLine::effect)
        .containsExactly(Effect.DENY, Effect.PERSON, Effect.APPROVE, Effect.OTHERWISE);
    assertThat(report.changed().getFirst().after().rule().rule()).isEqualTo("B03");
    assertThat(report.changed().getFirst().before().outcome()).isEqualTo(Outcome.APPROVED);
    assertThat(report.linesTried()).isEqualTo(4);
    assertThat(report.sums().payerBefore()).isEqualTo(decided.result().totals().payer());
  }

  @Test
  void what_a_kinder_plan_would_pay_more_a_harder_one_would_pay_less() {
    byte[] kinder =
        Packs.archive(
            Map.of(
                "plans.csv",
                Packs.PLANS_HEADER + "silver,Sample Silver,coinsurance,0.00,0.00,1,5000.00\n"));
    TrialReport more = run(kinder, decided);
    assertThat(more.count(Effect.MORE)).isEqualTo(2);
    assertThat(more.count(Effect.UNCHANGED)).isEqualTo(2);
    assertThat(more.sums().payerAfter()).isGreaterThan(more.sums().payerBefore());
    Decision kind = new Decider(world.verifier).decide(decided.inputs(), World.open(kinder));
    TrialReport less = run(world.packArchive, kind);
    assertThat(less.count(Effect.LESS)).isEqualTo(2);
    assertThat(less.sums().payerBefore()).isEqualTo(more.sums().payerAfter());
  }

  @Test
  void a_line_that_a_person_ruled_on_changes_only_where_the_rules_would_not_have_asked_again()
      throws RefusedException {
    Ruling ruling =
        new Ruling(
            decided.digest(),
            3,
            new Ruling.Verdict.Deny(new AdjustmentReason("CO", "50", "")),
            "No indication.",
            "Dana Reyes",
            decided.result().after().year(World.DAY.getYear()));
    Decision ruled = rule(ruling);
    assertThat(run(world.packArchive, ruled).changed()).isEmpty();
    String covered =
        sample("services.csv").replaceFirst("(385763009,[^\n]*),review,", "$1,covered,");
    assertThat(run(Packs.archive(Map.of("services.csv", covered)), ruled).changed())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.effect()).isEqualTo(Effect.APPROVE);
          assertThat(line.before().outcome()).isEqualTo(Outcome.DENIED);
        });
  }

  @Test
  void claims_of_another_currency_and_those_left_at_a_stop_are_counted_and_not_tried() {
    byte[] won =
        Packs.archive(
            Map.of("manifest.json", sample("manifest.json").replace("\"USD\"", "\"EUR\"")));
    TrialReport other = run(won, decided);
    assertThat(other.notTried())
        .singleElement()
        .satisfies(one -> assertThat(one.fault().code()).isEqualTo("CS-RULE-05"));
    assertThat(other.tried()).isZero();
    assertThat(other.linesTried()).isZero();

    TrialReport stopped =
        new PackTrial(world.verifier, world.pack)
            .run(List.of(decided, decided, decided), (done, total, what) -> done < 2);
    assertThat(stopped.claims()).isEqualTo(3);
    assertThat(stopped.tried()).isEqualTo(2);
    assertThat(stopped.notReached()).isEqualTo(1);
    assertThat(stopped.linesTried()).isEqualTo(8);
  }

  @Test
  void a_pack_is_taken_bare_or_signed_and_one_that_was_changed_is_refused()
      throws RefusedException {
    TestKey publisher = new TestKey();
    assertThat(OfferedPack.read(world.packArchive, world.verifier).signature()).isEmpty();
    byte[] signed =
        new SignedRulePack(
                world.packArchive,
                publisher.sign(SignedRulePack.statement(world.packArchive, World.NOW)))
            .bytes();
    OfferedPack offered = OfferedPack.read(signed, world.verifier);
    assertThat(offered.signature().orElseThrow().key()).isEqualTo(publisher.key());
    assertThat(offered.pack().id()).isEqualTo(world.pack.id());
    byte[] altered = signed.clone();
    altered[altered.length / 2] ^= 1;
    assertThatThrownBy(() -> OfferedPack.read(altered, world.verifier))
        .isInstanceOf(RefusedException.class);
    byte[] half = Arrays.copyOf(world.packArchive, world.packArchive.length / 2);
    assertThatThrownBy(() -> OfferedPack.read(half, world.verifier))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo("CS-RULE-01"));
    assertThatThrownBy(() -> OfferedPack.read(new byte[0], world.verifier))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo("CS-RULE-03"));
  }

  private Decision rule(Ruling ruling) throws RefusedException {
    return new Decider(world.verifier)
        .rule(
            decided,
            world.pack,
            new SignedRuling(
                ruling,
                world.insurer.sign(
                    FileStatement.of(StatementType.RULING, ruling.bytes(), World.NOW))));
  }

  private TrialReport run(byte[] archive, Decision decision) {
    return new PackTrial(world.verifier, World.open(archive)).run(List.of(decision), Progress.NONE);
  }

  private static String sample(String name) {
    return new String(Packs.sampleFiles().get(name), StandardCharsets.UTF_8);
  }
}
