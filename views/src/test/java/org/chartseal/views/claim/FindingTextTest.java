package org.chartseal.views.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.chartseal.services.claims.Finding;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.junit.jupiter.api.Test;

/** What was found about evidence is said in the reader's language. */
final class FindingTextTest {

  private final Localisation localisation = new Localisation(Language.KOREAN, ZoneOffset.UTC);
  private final FindingText text = new FindingText(localisation);

  @Test
  void a_finding_has_a_korean_sentence_and_follows_a_switch() {
    Finding finding = Finding.fails("The record shows another day, or none.");
    assertThat(text.of(finding)).isEqualTo("기록에는 다른 날짜로 되어 있거나 날짜가 없습니다.");
    localisation.languageProperty().set(Language.ENGLISH);
    assertThat(text.of(finding)).isEqualTo("The record shows another day, or none.");
  }

  @Test
  void a_moment_in_it_is_written_as_people_do() {
    assertThat(text.of(Finding.fails("It was retracted at 2026-03-02T15:00:00Z.")))
        .isEqualTo("2026.\u00A03.\u00A02.\u00A0오후\u00A03:00에 철회되었습니다.");
  }

  @Test
  void a_fault_that_was_found_keeps_its_own_sentence() {
    assertThat(text.of(Finding.fails("CS-SEAL-17: The elements are about another patient.")))
        .isEqualTo("제시된 요소가 다른 환자에 관한 것이거나 누구에 관한 것인지 적혀 있지 않습니다.");
  }
}
