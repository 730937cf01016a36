package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;
import org.junit.jupiter.api.Test;

/** Rule packs are data, whole and signed, or they are refused. */
class RulePackTest {

  private final SignatureVerifier verifier = CryptoEngine.best().signatureVerifier();
  private final TestKey publisher = new TestKey();

  @Test
  void the_same_files_give_the_same_digest() {
    assertThat(new RulePacks().sampleArchive()).isEqualTo(new RulePacks().sampleArchive());
    assertThat(World.open(new RulePacks().sampleArchive()).id().version()).isEqualTo("2026.1");
  }

  @Test
  void a_signed_pack_opens_and_an_altered_one_does_not() throws RefusedException {
    byte[] archive = new RulePacks().sampleArchive();
    SignedRulePack signed =
        new SignedRulePack(archive, publisher.sign(SignedRulePack.statement(archive, World.NOW)));
    assertThat(SignedRulePack.parse(signed.bytes()).open(verifier).id().id())
        .isEqualTo("chartseal-sample");
    byte[] other = Packs.archive(Map.of("plans.csv", Packs.PLANS_HEADER));
    assertRefused(() -> new SignedRulePack(other, signed.signature()).open(verifier), "CS-RULE-04");
    assertRefused(() -> SignedRulePack.parse(archive), "CS-RULE-03");
  }

  @Test
  void a_decision_signature_is_no_rule_pack_signature() {
    byte[] archive = new RulePacks().sampleArchive();
    FileSignature decision = publisher.sign(DecisionFile.statement(archive, World.NOW));
    assertRefused(() -> new SignedRulePack(archive, decision).open(verifier), "CS-RULE-04");
  }

  @Test
  void a_pack_with_a_broken_table_is_refused_as_a_whole() {
    String lines = text("lines.csv");
    for (Map<String, String> broken :
        List.of(
            Map.of("lines.csv", lines.replace("when:coverage,", "when:covrage,")),
            Map.of("lines.csv", lines.replace("approved", "aproved")),
            Map.of("lines.csv", lines.replace("E02,", "E01,")),
            Map.of("lines.csv", lines.replace("send-evidence-again", "no-such-text")),
            Map.of("lines.csv", lines.replace("<0", "<zero")),
            Map.of(
                "sharing.csv",
                text("sharing.csv").replace("coinsurance,secondary", "coinsurance,nobody")),
            Map.of("plans.csv", Packs.PLANS_HEADER + "a,A,copay,-1.00,0.00,0,0.00\n"),
            Map.of("plans.csv", Packs.PLANS_HEADER + "a,A,copay,1.00,0.00,1.5,0.00\n"),
            Map.of("plans.csv", Packs.PLANS_HEADER + "a,A,copay,1.005,0.00,1,0.00\n"),
            Map.of("reasons.csv", "part,group,carc,rarc\ncopay,PR,3,\n"),
            Map.of("services.csv", Packs.SERVICES_HEADER + "s,c,haircut,,,1.00,covered,no,x\n"),
            Map.of("texts.csv", "key,en\n"),
            Map.of("manifest.json", "{\"format\":2}"))) {
      assertThatThrownBy(() -> new RulePacks().open(Packs.archive(broken)))
          .as(broken.toString())
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo("CS-RULE-01"));
    }
    assertRefused(() -> new RulePacks().open(new byte[] {1, 2, 3}), "CS-RULE-01");
  }

  @Test
  void prices_are_those_of_the_day_of_service_and_default_by_category() {
    RulePack pack =
        Packs.pack(
            Map.of(
                "services.csv",
                Packs.SERVICES_HEADER
                    + "s,c,visit,2025-01-01,2025-12-31,100.00,covered,no,x\n"
                    + "s,c,visit,2026-01-01,2026-12-31,110.00,covered,no,x\n"
                    + "*,*,visit,,,50.00,covered,no,x\n"));
    ServiceCode code = new ServiceCode("s", "c");
    assertThat(terms(pack, code, "2025-12-31").price()).contains(Claims.usd("100.00"));
    assertThat(terms(pack, code, "2026-01-01").price()).contains(Claims.usd("110.00"));
    assertThat(terms(pack, code, "2027-01-01").listing()).isEqualTo(ServiceTerms.Listing.OTHER_DAY);
    assertThat(terms(pack, new ServiceCode("s", "d"), "2027-01-01").listing())
        .isEqualTo(ServiceTerms.Listing.CATEGORY);
    assertThat(pack.terms(ServiceCategory.PROCEDURE, code, LocalDate.of(2027, 1, 1)).listing())
        .isEqualTo(ServiceTerms.Listing.OTHER_DAY);
  }

  @Test
  void texts_come_in_the_readers_language_and_else_in_english() {
    RulePack pack = World.open(new RulePacks().sampleArchive());
    assertThat(pack.text("covered", Locale.KOREAN))
        .isNotEqualTo(pack.text("covered", Locale.ENGLISH));
    assertThat(pack.text("covered", Locale.FRENCH)).isEqualTo(pack.text("covered", Locale.ENGLISH));
  }

  @Test
  void what_no_row_fits_is_left_to_a_person() {
    String lines = text("lines.csv");
    String withoutApproval =
        String.join("\n", lines.lines().filter(line -> !line.startsWith("A01")).toList());
    RulePack pack = Packs.pack(Map.of("lines.csv", withoutApproval));
    ClaimFile claim = Claims.claim(List.of(Claims.line(1, "x", Claims.usd("10.00"))));
    Adjudication result =
        new Adjudicator(pack)
            .adjudicate(Claims.input(claim, "silver", false, Accumulators.none(Claims.USD)));
    LineDecision line = result.lines().getFirst();
    assertThat(line.outcome()).isEqualTo(Outcome.NEEDS_PERSON);
    assertThat(line.rule().rule()).isEmpty();
    assertThat(line.amounts().pending()).isEqualTo(Claims.usd("10.00"));
  }

  @Test
  void a_claim_in_another_currency_is_left_to_a_person() {
    Money won = Money.parse("10000", java.util.Currency.getInstance("KRW"));
    ClaimFile claim = Claims.claim(List.of(Claims.line(1, "x", won)));
    Adjudication result =
        new Adjudicator(World.open(new RulePacks().sampleArchive()))
            .adjudicate(Claims.input(claim, "silver", false, Accumulators.none(Claims.USD)));
    assertThat(result.lines().getFirst().outcome()).isEqualTo(Outcome.NEEDS_PERSON);
  }

  private static ServiceTerms terms(RulePack pack, ServiceCode code, String day) {
    return pack.terms(ServiceCategory.VISIT, code, LocalDate.parse(day));
  }

  private static String text(String file) {
    return new String(Packs.sampleFiles().get(file), StandardCharsets.UTF_8);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }
}
