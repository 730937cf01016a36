package org.chartseal.views.addition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.clinical.NoteHint;
import org.chartseal.services.clinical.NoteHints;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.RecordTerms;
import org.chartseal.services.clinical.Stated;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Progress;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.testing.Visitors;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class NoteDialogTest {

  private static final Coded HBA1C = new Coded("http://loinc.org", "4548-4", "Hemoglobin A1c");

  private final FxRobot robot = new FxRobot();
  private final AtomicInteger changes = new AtomicInteger();
  private Workbench bench;
  private Desk desk;
  private AdditionActions actions;

  @BeforeEach
  void openTheDialog() throws TimeoutException, GeneralSecurityException {
    bench = new Workbench();
    desk = new Desk();
    Visitor visitor = new Visitors().hong();
    actions =
        bench.fx(() -> new AdditionActions(bench.kit(), desk, visitor, changes::incrementAndGet));
    bench.show(bench.fx(() -> new HBox(actions.buttons().toArray(Node[]::new))));
    bench.press("add-note");
  }

  @AfterEach
  void closeIt() {
    bench.close();
  }

  @Test
  void what_was_typed_is_there_again_after_escape_and_gone_after_it_was_given_up()
      throws TimeoutException {
    bench.await(() -> bench.find("note-text", Node.class).getScene() != null);
    bench.fx(() -> {
      bench.find("note-text", TextArea.class).setText("Stitches out in ten days.");
      return desk;
    });
    robot.type(KeyCode.ESCAPE);
    bench.await(() -> !bench.has("note-text"));
    assertThat(bench.find("add-note", Button.class).getText()).isEqualTo("Unfinished note");
    bench.press("add-note");
    assertThat(bench.find("note-text", TextArea.class).getText())
        .isEqualTo("Stitches out in ten days.");
    // The one button beside "Add" does not lose it either.
    bench.press("note-cancel");
    assertThat(bench.find("note-keep", Button.class).isFocused()).isTrue();
    bench.press("note-keep");
    robot.write("!");
    assertThat(bench.find("note-text", TextArea.class).getText())
        .contains("Stitches out in ten days.", "!");
    bench.press("note-cancel");
    bench.press("note-discard");
    assertThat(bench.find("add-note", Button.class).getText()).isEqualTo("New note");
    bench.press("add-note");
    assertThat(bench.find("note-text", TextArea.class).getText()).isEmpty();
    bench.press("note-cancel");
    assertThat(bench.has("note-text")).isFalse();
  }

  @Test
  void nothing_is_asked_about_a_note_in_which_nothing_is() throws TimeoutException {
    robot.clickOn("#note-text").write("x").type(KeyCode.BACK_SPACE);
    bench.await(() -> bench.find("note-text", TextArea.class).getText().isEmpty());
    bench.press("note-cancel");
    assertThat(bench.has("note-text")).isFalse();
    assertThat(bench.find("add-note", Button.class).getText()).isEqualTo("New note");
  }

  @Test
  void a_note_that_was_begun_outlives_a_change_of_language_and_is_asked_about_when_one_leaves()
      throws TimeoutException {
    AtomicInteger left = new AtomicInteger();
    Runnable leaving = actions.asking(left::incrementAndGet);
    robot.clickOn("#note-text").write("Stitches");
    robot.type(KeyCode.ESCAPE);
    bench.await(() -> !bench.has("note-text"));
    bench.fx(() -> {
      bench.kit().localisation().languageProperty().set(Language.KOREAN);
      leaving.run();
      return left;
    });
    assertThat(left).hasValue(0);
    robot.type(KeyCode.ESCAPE);
    bench.press("add-note");
    assertThat(bench.find("note-text", TextArea.class).getText()).isEqualTo("Stitches");
    robot.type(KeyCode.ESCAPE);
    bench.await(() -> !bench.has("note-text"));
    bench.fx(() -> {
      leaving.run();
      return left;
    });
    bench.press("confirmation-go");
    assertThat(left).hasValue(1);
  }

  @Test
  void what_is_typed_at_once_goes_into_the_first_field() throws TimeoutException {
    robot.write("Sore throat");
    bench.await(() -> bench.find("note-problem", TextField.class).getText().equals("Sore throat"));
    assertThat(bench.kit().overlay().isShowing()).isTrue();
  }

  @Test
  void an_order_of_a_test_that_was_done_says_when_with_which_value_and_how_sure()
      throws TimeoutException {
    robot.clickOn("#note-order").write("hemo");
    bench.await(() -> bench.find("note-order-offers", ListView.class).isVisible());
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    bench.awaitText("Same test 9 days ago: Hemoglobin A1c, 5.4 %");
    assertThat(bench.texts()).contains("LOINC 4548-4, as in the record", "Proven");
    bench.await(() -> !bench.find("note-add", Button.class).isDisabled());
    bench.press("note-add");
    bench.await(() -> changes.get() == 1);
    assertThat(desk.noted)
        .containsExactly(new NoteContent("Note", List.of(), List.of(), List.of(), List.of(HBA1C)));
  }

  @Test
  void a_medicine_that_the_record_names_an_allergy_to_is_warned_of() throws TimeoutException {
    robot.clickOn("#note-medicine").write("Penicillin V 250 mg");
    bench.awaitText("Penicillin V 250 mg: the record names an allergy, “Allergy to penicillin”");
    assertThat(bench.texts())
        .contains("compared with 3 proven entries", "2 entries are not proven and were not");
    robot.clickOn("#note-dose").write("1-0-1");
    robot.clickOn("#note-problem").write("Tonsillitis");
    robot.clickOn("#note-text").write("Fever");
    for (Language language : Language.values()) {
      bench.speak(language);
      bench.dress(Theme.DARK);
      bench.picture("note-" + language.locale().getLanguage() + "-dark");
      bench.dress(Theme.LIGHT);
      bench.picture("note-" + language.locale().getLanguage() + "-light");
    }
    bench.await(() -> !bench.find("note-add", Button.class).isDisabled());
    bench.press("note-add");
    bench.await(() -> !desk.noted.isEmpty());
    NoteContent said = desk.noted.getFirst();
    assertThat(said.medicines())
        .containsExactly(
            new NoteContent.Prescription(new Coded("", "", "Penicillin V 250 mg"), "1-0-1"));
    assertThat(said.problems()).containsExactly(new Coded("", "", "Tonsillitis"));
    assertThat(said.text()).containsExactly("Fever");
  }

  @Test
  void words_that_are_changed_after_choosing_lose_the_code() throws TimeoutException {
    robot.clickOn("#note-order").write("hemo");
    bench.await(() -> bench.find("note-order-offers", ListView.class).isVisible());
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    bench.await(() -> bench.find("note-order-code", Label.class).isVisible());
    robot.write(" again");
    bench.await(() -> !bench.find("note-order-code", Label.class).isVisible());
    bench.await(() -> !bench.find("note-add", Button.class).isDisabled());
    bench.press("note-add");
    bench.await(() -> !desk.noted.isEmpty());
    assertThat(desk.noted.getFirst().orders())
        .containsExactly(new Coded("", "", "Hemoglobin A1c again"));
  }

  @Test
  void a_note_that_says_nothing_cannot_be_added_and_escape_folds_the_offers_first()
      throws TimeoutException {
    assertThat(bench.find("note-add", Button.class).isDisabled()).isTrue();
    robot.clickOn("#note-order").write("hemo");
    bench.await(() -> bench.find("note-order-offers", ListView.class).isVisible());
    robot.type(KeyCode.ESCAPE);
    bench.await(() -> !bench.find("note-order-offers", ListView.class).isVisible());
    assertThat(bench.find("note-order", TextField.class).getText()).isEqualTo("hemo");
    robot.clickOn("#note-order").eraseText(4);
    bench.await(() -> bench.find("note-add", Button.class).isDisabled());
    assertThat(bench.find("note-text", TextArea.class).getText()).isEmpty();
    robot.type(KeyCode.ESCAPE);
    bench.await(() -> !bench.kit().overlay().isShowing());
    assertThat(desk.noted).isEmpty();
  }

  /** A record with one result and one allergy. */
  private static final class Desk implements AdditionDesk {
    private final List<NoteContent> noted = new CopyOnWriteArrayList<>();
    private final List<Stated> stated =
        List.of(
            new Stated(
                "a",
                "",
                new EntryView.Line(
                    "Observation/1", "Hemoglobin A1c", "5.4 %", "", "final", "2026-11-18", HBA1C)),
            new Stated(
                "b",
                "",
                new EntryView.Line(
                    "AllergyIntolerance/1", "Allergy to penicillin", "", "", "active", "")));

    @Override
    public List<Added> documents(Visitor visitor, List<Path> files, Progress progress) {
      throw new AssertionError("nobody adds documents here");
    }

    @Override
    public Added anyway(Visitor visitor, ParsedEntry entry) {
      throw new AssertionError("nobody adds documents here");
    }

    @Override
    public Added note(Visitor visitor, NoteContent content) {
      noted.add(content);
      return new Added.Waiting("note", content.title());
    }

    @Override
    public List<Coded> offer(RecordTerms.Field field, String typed) {
      return new RecordTerms(8).offer(field, typed, stated);
    }

    @Override
    public Advice advise(NoteContent content) {
      List<NoteHint> hints = new NoteHints(90).on(content, stated, LocalDate.parse("2026-11-27"));
      return new Advice(
          hints.stream().map(hint -> new Hint(hint, Verdict.Grade.PROVEN)).toList(), 3, 2);
    }
  }
}
