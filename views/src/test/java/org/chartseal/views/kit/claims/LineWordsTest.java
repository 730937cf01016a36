package org.chartseal.views.kit.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.StackPane;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.Adjudication;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.RulesOutcome;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.testing.SampleClaims;
import org.chartseal.views.testing.SampleExports;
import org.junit.jupiter.api.Test;

/** Why a line was decided as it was is said in the reader's language. */
final class LineWordsTest {

  private final SampleClaims samples = new SampleClaims();
  private final RuleSentences rules = new RuleSentences(List.of(samples.pack()));
  private final Localisation localisation = new Localisation(Language.KOREAN, ZoneOffset.UTC);
  private final Kit kit =
      new Kit(
          localisation,
          new Tasks(Runnable::run, Runnable::run),
          new Overlay(new StackPane()),
          new SampleExports().exports());
  private final LineWords words = new LineWords(kit, rules);

  @Test
  void the_rows_that_decided_say_in_english_what_the_decision_says() {
    assertThat(decided())
        .isNotEmpty()
        .allSatisfy(line -> {
          String said =
              Stream.concat(Stream.of(line.rule()), line.sharing().stream())
                  .map(rule -> rules.explanation(rule, Locale.ENGLISH).orElseThrow())
                  .reduce((one, other) -> one + " " + other)
                  .orElseThrow();
          assertThat(said).isEqualTo(line.explanation());
          assertThat(line.change().flatMap(change -> rules.change(line.rule(), Locale.ENGLISH)))
              .isEqualTo(line.change());
        });
  }

  @Test
  void a_decided_line_is_explained_in_korean_and_follows_a_switch() {
    assertThat(decided())
        .allSatisfy(line -> {
          localisation.languageProperty().set(Language.KOREAN);
          assertThat(words.explanation(line, List.of())).doesNotContainPattern("[A-Za-z]");
          assertThat(words.change(line).orElse("")).doesNotContainPattern("[A-Za-z]");
          localisation.languageProperty().set(Language.ENGLISH);
          assertThat(words.explanation(line, List.of())).isEqualTo(line.explanation());
        });
  }

  @Test
  void a_persons_ruling_names_the_person_and_keeps_their_reason() {
    LineDecision line = ruled(decided(Optional.empty()).getFirst());
    Ruling ruling =
        new Ruling(
            Hash32.ZERO,
            line.sequence(),
            new Ruling.Verdict.Deny(new AdjustmentReason("CO", "50", "")),
            "의학적 필요성이 없습니다.",
            "김담당",
            new Accumulators.Totals(money(), money()));
    assertThat(words.explanation(line, List.of(ruling)))
        .isEqualTo("김담당 담당자가 보험사를 대신해 거절했습니다. 사유: 의학적 필요성이 없습니다.");
    assertThat(words.byRules(line).orElseThrow()).doesNotContainPattern("[A-Za-z]");
    assertThat(words.change(line).orElseThrow()).doesNotContainPattern("[A-Za-z]");
  }

  @Test
  void what_an_unknown_pack_says_is_shown_as_its_own_words() {
    LineDecision line = decided(Optional.of(EvidenceKind.SERVICE)).getFirst();
    LineWords strange = new LineWords(kit, RuleSentences.NONE);
    assertThat(strange.explanation(line, List.of()))
        .isEqualTo("보험사의 설명(원문): " + line.explanation());
    assertThat(strange.change(line)).contains("보험사의 설명(원문): " + line.change().orElseThrow());
  }

  private List<LineDecision> decided() {
    return Stream.concat(
            Stream.of(Optional.<EvidenceKind>empty()),
            Arrays.stream(EvidenceKind.values()).map(Optional::of))
        .flatMap(failing -> decided(failing).stream())
        .toList();
  }

  private List<LineDecision> decided(Optional<EvidenceKind> failing) {
    return samples.open(3).stream()
        .map(claim -> samples.decide(claim, failing).result())
        .map(Adjudication::lines)
        .flatMap(List::stream)
        .toList();
  }

  private static LineDecision ruled(LineDecision line) {
    return new LineDecision(
        line.sequence(),
        Outcome.DENIED,
        line.amounts(),
        line.adjustments(),
        line.rule(),
        Optional.empty(),
        "Kim denied it for the insurer: Not indicated.",
        Optional.of("Send the insurer what speaks against this reason."),
        line.evidence(),
        Optional.of(new RulesOutcome(line.outcome(), line.explanation())));
  }

  private Money money() {
    return new Money(0, samples.pack().currency());
  }
}
