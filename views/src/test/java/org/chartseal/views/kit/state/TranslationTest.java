package org.chartseal.views.kit.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
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
  void a_step_keeps_the_name_that_it_is_about() {
    StringBinding step = at("issuing the card of Adan Del Rio");
    assertThat(step.get()).isEqualTo("Adan Del Rio님의 카드를 발급하는 중");
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
