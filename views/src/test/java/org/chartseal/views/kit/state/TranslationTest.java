package org.chartseal.views.kit.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.binding.StringBinding;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.junit.jupiter.api.Test;

/** What services say in English is said in the reader's language. */
final class TranslationTest {

  private final Localisation localisation = new Localisation(Language.KOREAN, ZoneOffset.UTC);

  @Test
  void a_fault_is_said_in_the_readers_language_and_follows_a_switch() {
    StringBinding sentence =
        new FaultTexts(localisation).bind(new Fault("CS-DOC-05", "The file is empty."));
    assertThat(sentence.get()).isEqualTo("빈 파일입니다. 보낸 곳에 다시 요청하세요.");
    speak(Language.ENGLISH);
    assertThat(sentence.get()).isEqualTo("The file is empty.");
  }

  @Test
  void a_fault_without_a_sentence_of_its_own_keeps_the_english_one() {
    StringBinding sentence =
        new FaultTexts(localisation).bind(new Fault("CS-USE-01", "Name a command."));
    assertThat(sentence.get()).isEqualTo("Name a command.");
  }

  @Test
  void a_fault_that_names_something_names_it_in_korean_too() {
    Fault fault =
        new Fault(
            "CS-CONS-04",
            "The consent ended at 2026-03-02T15:00:00Z. Ask for a new one.",
            List.of("2026-03-02T15:00:00Z"));
    assertThat(new FaultTexts(localisation).sentence(fault))
        .isEqualTo("동의 기간이 2026.\u00A03.\u00A02.\u00A0오후\u00A03:00에 끝났습니다. 새로 동의를 요청하세요.");
    assertThat(new FaultTexts(localisation).sentence(new Fault("CS-CONS-04", "It ended.")))
        .isEqualTo("동의 기간이 끝났습니다. 새로 동의를 요청하세요.");
  }

  @Test
  void a_day_and_a_number_in_it_are_written_as_people_write_them() {
    Fault ended =
        new Fault(
            "CS-HEALTH-02",
            "The certificate of st-mary ended on 2026-03-02. Have it renewed.",
            List.of("st-mary", "2026-03-02"));
    assertThat(new FaultTexts(localisation).sentence(ended))
        .isEqualTo("st-mary의 인증서가 2026.\u00A03.\u00A02.에 만료되었습니다. 갱신하세요.");
    Fault broken = new Fault("CS-DOC-15", "It is broken.", List.of("2026", "7"));
    assertThat(new FaultTexts(localisation).sentence(broken)).contains("2026행 7열");
  }

  @Test
  void a_step_keeps_the_name_that_it_is_about() {
    StringBinding step = at("issuing the card of Adan Del Rio");
    assertThat(step.get()).isEqualTo("Adan Del Rio 님의 카드를 발급하는 중");
    speak(Language.ENGLISH);
    assertThat(step.get()).isEqualTo("Issuing the card of Adan Del Rio");
  }

  @Test
  void a_step_that_has_no_phrase_says_nothing_in_korean() {
    assertThat(at("counting sheep").get()).isEmpty();
  }

  private StringBinding at(String what) {
    Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    Running running = tasks.start(progress -> progress.step(1, 2, what), goesOn -> {}, fault -> {});
    return new StepTexts(localisation).bind(running);
  }

  private void speak(Language language) {
    localisation.languageProperty().set(language);
  }
}
