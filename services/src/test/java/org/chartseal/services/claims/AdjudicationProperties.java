package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of sharing out money. */
class AdjudicationProperties {

  private static final RulePack PACK = Packs.pack(Map.of("services.csv", services()));

  record Billed(String code, long cents) {}

  @Property(tries = 300)
  void every_cent_billed_is_borne_by_somebody_and_nobody_twice(
      @ForAll("bills") List<Billed> bills,
      @ForAll("plans") String plan,
      @ForAll boolean secondary,
      @ForAll @LongRange(max = 1_200_000) long met) {
    Adjudication result = decide(bills, plan, secondary, before(met));
    for (LineDecision line : result.lines()) {
      LineAmounts amounts = line.amounts();
      Money borne =
          amounts
              .payer()
              .plus(amounts.secondary())
              .plus(amounts.patient())
              .plus(amounts.writeOff())
              .plus(amounts.pending());
      assertThat(borne).isEqualTo(amounts.billed());
      Money explained =
          line.adjustments().stream()
              .map(Adjustment::amount)
              .reduce(Claims.usd("0.00"), Money::plus);
      assertThat(explained.plus(amounts.payer()).plus(amounts.pending()))
          .isEqualTo(amounts.billed());
    }
  }

  @Property(tries = 300)
  void the_payer_never_pays_more_than_is_allowed_and_nothing_is_negative(
      @ForAll("bills") List<Billed> bills,
      @ForAll("plans") String plan,
      @ForAll boolean secondary,
      @ForAll @LongRange(max = 1_200_000) long met) {
    for (LineDecision line : decide(bills, plan, secondary, before(met)).lines()) {
      LineAmounts a = line.amounts();
      assertThat(a.payer()).isLessThanOrEqualTo(a.allowed());
      assertThat(a.allowed()).isLessThanOrEqualTo(a.billed());
      assertThat(
              List.of(
                  a.payer(),
                  a.secondary(),
                  a.copay(),
                  a.deductible(),
                  a.coinsurance(),
                  a.nonCovered(),
                  a.writeOff(),
                  a.pending()))
          .allMatch(money -> money.cents() >= 0);
    }
  }

  @Property(tries = 200)
  void accumulators_grow_by_exactly_what_the_patient_bears_of_approved_lines(
      @ForAll("bills") List<Billed> bills,
      @ForAll("plans") String plan,
      @ForAll boolean secondary,
      @ForAll @LongRange(max = 1_200_000) long met) {
    Accumulators before = before(met);
    Adjudication result = decide(bills, plan, secondary, before);
    LineAmounts totals = result.totals();
    int year = World.DAY.getYear();
    assertThat(result.after().year(year).deductibleMet())
        .isEqualTo(before.year(year).deductibleMet().plus(totals.deductible()));
    assertThat(result.after().year(year).outOfPocketMet())
        .isEqualTo(before.year(year).outOfPocketMet().plus(totals.outOfPocket()));
  }

  @Property(tries = 200)
  void the_yearly_deductible_is_taken_once_in_whatever_order_claims_come(
      @ForAll("bills") List<Billed> bills, @ForAll @IntRange(max = 1000) int seed) {
    List<Billed> shuffled = new ArrayList<>(bills);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(deductibleOf(shuffled)).isEqualTo(deductibleOf(bills));
    assertThat(deductibleOf(bills)).isLessThanOrEqualTo(Claims.usd("1458.00"));
  }

  @Property(tries = 100)
  void from_the_claim_after_the_limit_the_patient_pays_nothing_for_what_is_covered(
      @ForAll("bills") List<Billed> bills,
      @ForAll("plans") String plan,
      @ForAll boolean secondary) {
    for (LineDecision line : decide(bills, plan, secondary, before(1_000_000)).lines()) {
      if (line.outcome() == Outcome.APPROVED) {
        assertThat(line.amounts().patient().isZero()).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<List<Billed>> bills() {
    Arbitrary<String> codes = Arbitraries.of("cheap", "dear", "excluded", "review", "unlisted");
    Arbitrary<Long> cents = Arbitraries.longs().between(0, 2_000_000);
    return Combinators.combine(codes, cents).as(Billed::new).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> plans() {
    return Arbitraries.of("bronze", "silver", "gold");
  }

  /**
   * Each line a claim of its own, one after the other, each on what the one before left; no limit
   * is near.
   */
  private static Money deductibleOf(List<Billed> bills) {
    Accumulators accumulators = Accumulators.none(Claims.USD);
    for (Billed bill : bills) {
      accumulators = decide(List.of(bill), "silver", true, accumulators).after();
    }
    return accumulators.year(World.DAY.getYear()).deductibleMet();
  }

  private static Adjudication decide(
      List<Billed> bills, String plan, boolean secondary, Accumulators before) {
    List<ServiceLine> lines = new ArrayList<>();
    for (Billed bill : bills) {
      lines.add(Claims.line(lines.size() + 1, bill.code(), new Money(bill.cents(), Claims.USD)));
    }
    return new Adjudicator(PACK)
        .adjudicate(Claims.input(Claims.claim(lines), plan, secondary, before));
  }

  private static Accumulators before(long met) {
    Money money = new Money(met, Claims.USD);
    return new Accumulators(
        Claims.USD,
        new TreeMap<>(Map.of(World.DAY.getYear(), new Accumulators.Totals(money, money))));
  }

  private static String services() {
    return Packs.SERVICES_HEADER
        + "urn:test,cheap,procedure,,,12.34,covered,no,x\n"
        + "urn:test,dear,procedure,,,9876.54,covered,yes,x\n"
        + "urn:test,excluded,procedure,,,100.00,excluded,no,x\n"
        + "urn:test,review,procedure,,,100.00,review,no,x\n";
  }
}
