package org.chartseal.views.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import javafx.beans.binding.StringBinding;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.CheckResult.Status;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.junit.jupiter.api.Test;

/** Why an entry is to be believed or not, in the reader's language. */
final class ReasonTextTest {

  private final Localisation localisation = new Localisation(Language.ENGLISH, ZoneOffset.UTC);
  private final ReasonText reasons = new ReasonText(localisation);

  @Test
  void a_reason_has_its_details_in_english_and_a_sentence_of_its_own_in_korean() {
    StringBinding reason = reasons.bind(new CheckResult(Check.ANCHORED, Status.PASSED, "Seen."));
    assertThat(reason.get()).isEqualTo("Seen.");
    localisation.languageProperty().set(Language.KOREAN);
    assertThat(reason.get()).isEqualTo("합의된 블록에서 원장의 이 자리에 고정된 것이 증명되었습니다.");
  }

  @Test
  void what_failed_weighs_more_than_what_is_unknown() {
    assertThat(reasons.against(verdict(Check.LICENCE, Check.NOT_RETRACTED)))
        .isEqualTo("NOT_RETRACTED FAILED");
  }

  @Test
  void nothing_speaks_against_what_is_proven() {
    Verdict proven =
        new Verdict(
            Arrays.stream(Check.values())
                .map(check -> CheckResult.passed(check, "Good."))
                .toList());
    assertThat(reasons.against(proven)).isEmpty();
  }

  private static Verdict verdict(Check unknown, Check failed) {
    return new Verdict(
        Arrays.stream(Check.values())
            .map(check -> {
              Status status =
                  check == failed
                      ? Status.FAILED
                      : check == unknown ? Status.UNKNOWN : Status.PASSED;
              return new CheckResult(check, status, check + " " + status);
            })
            .toList());
  }
}
