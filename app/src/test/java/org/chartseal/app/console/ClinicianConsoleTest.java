package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.record.RecordItem;
import org.chartseal.views.sign.SignDesk;
import org.chartseal.views.testing.FxWatchdog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The clinician's part of the story, in the window itself, on a real home with its own chain. The
 * patient answers from a process of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClinicianConsoleTest {

  private static final String PATIENT = "adan-delrio";
  private static final int PATIENCE = 180;

  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private FxWatchdog watchdog;
  private final CountDownLatch closed = new CountDownLatch(1);
  private HomeFolder home;
  private ChildProcesses chartseal;

  @BeforeAll
  void openTheWindow() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    home = new HomeFolder(folder.resolve("home"));
    chartseal = new ChildProcesses(home.root(), Files.createDirectories(folder.resolve("output")));
    new ConsoleSettingsFile(home)
        .write(
            new ConsoleSettings(
                Language.ENGLISH,
                Theme.LIGHT,
                1,
                new ConsoleSettings.WindowPlace(0, 0, 1000, 900, false)));
    FxToolkit.registerPrimaryStage();
    watchdog = new FxWatchdog(Duration.ofMillis(100), FxWatchdog.Charge.OURS);
    SampleShelf shelf = FewPatients.shelf(1, folder.resolve("shelf"));
    assertThat(start(shelf).isFirst()).isTrue();
    Console console = new Console(home, shelf, "test", InstantSource.system(), closed::countDown);
    robot.interact(console::open);
  }

  @AfterAll
  void closeTheWindow() throws Exception {
    if (home != null) {
      robot.interact(() -> Window.getWindows().stream().toList().forEach(Window::hide));
      assertThat(closed.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @Order(1)
  void at_the_first_start_the_sample_network_is_made_and_a_wrong_pin_lets_nobody_in()
      throws Exception {
    until(() -> isThere("#person-dr-okafor"));
    robot.clickOn("#person-dr-okafor");
    enter("000000");
    until(() -> isThere("CS-PIN-08"));
    enter(pin("dr-okafor"));
    until(() -> isThere("#find-patient"));
    assertThat(start(new SampleShelf(folder.resolve("shelf"))).isFirst()).isFalse();
  }

  @Test
  @Order(2)
  void a_patient_confirms_at_the_first_visit_and_is_asked_for_the_record() throws Exception {
    until(() -> isThere("Adán Joaquín Delrío"));
    robot.clickOn("#find-patient").write("delr").type(KeyCode.ENTER);
    until(() -> text("#visit-go-on").equals("Patient confirms with PIN"));
    robot.clickOn("#visit-go-on");
    enter(pin(PATIENT));
    until(() -> text("#standing").equals("You have no consent to read this record."));
    robot.clickOn("#visit-go-on");
    until(() -> isThere("#ask-send"));
    assertThat(text("#ask-sentence"))
        .startsWith("St Mary Hospital wants to read general health information of all years");
    robot.clickOn("#ask-send");
    until(() -> isThere("#wait-state"));
  }

  @Test
  @Order(3)
  void the_record_opens_by_itself_when_the_patient_approved_and_every_entry_is_proven()
      throws Exception {
    chartseal.run("consent", "approve", asked(), "--as", PATIENT);
    until(() -> text("#record-status").contains("complete at block"));
    robot.clickOn("#view-list");
    TableView<RecordItem> entries = table("#entries");
    assertThat(entries.getItems()).hasSizeGreaterThan(20).allMatch(item -> item.entry().isProven());
    assertThat(text("#record-patient")).startsWith("Adán Joaquín Delrío");
    robot.clickOn("#entry-why");
    until(() -> isThere("Signed by its author"));
    robot.clickOn("#record-filter").write("nothing says this");
    until(() -> entries.getItems().isEmpty());
    robot.clickOn("#record-filter").eraseText("nothing says this".length());
    until(() -> !entries.getItems().isEmpty());
    RecordItem last = entries.getItems().getLast();
    String title = last.entry().description().orElseThrow().title();
    find(title);
    until(() -> text("#entry-title").equals(title));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    until(() -> isThere("#palette-text"));
    robot.write("nobody of that name");
    until(() -> robot.lookup("#palette-results").queryListView().getItems().isEmpty());
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  @Order(4)
  void a_note_and_a_document_wait_sealed_and_are_signed_with_one_pin_up_to_final()
      throws Exception {
    robot.clickOn("#add-note");
    until(() -> isThere("#note-text"));
    robot.clickOn("#note-problem").write("Follow-up of the fracture");
    robot.clickOn("#note-order").write("body");
    until(() -> robot.lookup("#note-order-offers").queryAs(ListView.class).isVisible());
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    until(() -> text("#note-order-code").contains("as in the record"));
    until(() -> text("#note-advice-scope").contains("proven entries"));
    robot.clickOn("#note-text").write("Stitches out in ten days.");
    robot.clickOn("#note-add");
    until(() -> !isThere("#note-text"));
    robot.clickOn("#go-sign");
    until(() -> text("#sign-all").equals("Sign 1 entry"));
    robot.interact(() -> table("#drafts").getSelectionModel().select(0));
    until(() -> reads("Stitches out in ten days."));
    robot.clickOn("#sign-all");
    enter("000000");
    until(() -> isThere("CS-PIN-08"));
    assertThat(this.<SignDesk.Draft>table("#drafts").getItems())
        .allMatch(draft -> draft.state() == JobState.DRAFT);
    enter(pin("dr-okafor"));
    until(() ->
        this.<SignDesk.Draft>table("#drafts").getItems().stream()
            .allMatch(draft -> draft.state() == JobState.FINAL));
    until(() -> reads("This entry is signed"));
    assertThat(reads("Stitches out in ten days.")).isFalse();
  }

  @Test
  @Order(5)
  void the_open_record_has_what_was_signed_here_as_soon_as_it_is_proven() {
    robot.clickOn("#go-visit");
    until(() -> text("#record-news").equals("Added: 1 entry"));
    assertThat(this.<RecordItem>table("#entries").getItems())
        .allMatch(item -> item.entry().isProven())
        .anyMatch(item ->
            item.entry().description().orElseThrow().authorName().equals("Dr Ada Okafor")
                && item.entry().description().orElseThrow().kind() == EntryKind.NOTE);
  }

  @Test
  @Order(6)
  void what_another_hospital_wrote_meanwhile_is_read_with_a_key() throws Exception {
    Path visit = home.root().resolve("documents").resolve(PATIENT + "-visit.json");
    chartseal.run("visit", PATIENT, "--as", "dr-kim");
    chartseal.run("import", PATIENT, visit.toString(), "--as", "dr-kim");
    int before = this.<RecordItem>table("#entries").getItems().size();
    robot.type(KeyCode.F5);
    until(() -> text("#record-news").startsWith("Added: "));
    assertThat(this.<RecordItem>table("#entries").getItems())
        .hasSizeGreaterThan(before)
        .allMatch(item -> item.entry().isProven());
  }

  @Test
  @Order(7)
  void a_locked_screen_shows_nothing_and_leads_the_same_person_back_to_their_patient()
      throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.L);
    until(() -> isThere("The screen is locked"));
    assertThat(isThere("#record-patient")).isFalse();
    assertThat(isThere("#entries")).isFalse();
    enter(pin("dr-okafor"));
    until(() -> text("#visit-go-on").equals("Open the record"));
    assertThat(text("#visitor-name")).startsWith("Adán Joaquín Delrío");

    robot.clickOn("#go-sign");
    robot.push(KeyCode.CONTROL, KeyCode.L);
    enter(pin("dr-okafor"));
    until(() ->
        robot
            .lookup("#go-sign")
            .<ToggleButton>tryQuery()
            .filter(ToggleButton::isSelected)
            .isPresent());
    robot.clickOn("#go-visit");
    until(() -> text("#visit-go-on").equals("Open the record"));
  }

  @Test
  @Order(8)
  void whoever_else_signs_in_at_a_locked_screen_sees_nothing_of_it() throws Exception {
    // A dialog is no way around the lock: what is typed next is a PIN.
    robot.push(KeyCode.CONTROL, KeyCode.K);
    until(() -> isThere("#palette-text"));
    robot.push(KeyCode.CONTROL, KeyCode.L);
    until(() -> isThere(".cs-pin-field"));
    assertThat(isThere("#palette-text")).isFalse();
    robot.type(KeyCode.ESCAPE);
    robot.clickOn("#person-dr-kim");
    enter(pin("dr-kim"));
    untilCardsAreOffered();
    robot.clickOn("#shell-switch");
    until(() -> isThere("#person-dr-okafor"));
    robot.clickOn("#person-dr-okafor");
    enter(pin("dr-okafor"));
    untilCardsAreOffered();
  }

  /** The cards are on offer only where nobody is presented. */
  private void untilCardsAreOffered() throws Exception {
    until(() ->
        robot
            .lookup("#cards")
            .<ListView<?>>tryQuery()
            .filter(cards -> !cards.isDisabled() && !cards.getItems().isEmpty())
            .isPresent());
    assertThat(isThere("#visitor-name")).isFalse();
  }

  @Test
  @Order(9)
  void an_open_record_closes_when_the_patient_revoked_and_nothing_of_it_is_left() throws Exception {
    String consent = granted();
    until(() -> isThere("Adán Joaquín Delrío"));
    robot.clickOn("#find-patient").write("adan").type(KeyCode.ENTER);
    until(() -> text("#visit-go-on").equals("Open the record"));
    robot.clickOn("#visit-go-on");
    until(() -> text("#record-status").contains("complete at block"));
    robot.clickOn("#view-list");
    chartseal.run("consent", "revoke", consent, "--as", PATIENT);
    until(() -> isThere("The record is closed"));
    assertThat(isThere("#entries")).isFalse();
    assertThat(isThere("CS-CONS-03")).isTrue();
    assertThat(text("#record-allergies")).isEqualTo("Nothing was read");
  }

  @Test
  @Order(10)
  void a_request_can_be_taken_back_as_soon_as_the_patient_could_find_it() throws Exception {
    robot.clickOn("#record-ask");
    until(() -> isThere("#ask-send"));
    robot.clickOn("#ask-send");
    until(() -> robot.lookup("#wait-take-back").match(Node::isVisible).tryQuery().isPresent());
    robot.clickOn("#wait-take-back");
    until(() -> isThere("The request is taken back"));
    assertThat(consents("asked")).isEmpty();
    robot.clickOn("#wait-leave");
  }

  @Test
  @Order(11)
  void the_next_visit_says_that_the_consent_was_taken_back_and_offers_to_ask_again() {
    until(() -> text("#standing").startsWith("The patient took their consent back on "));
    assertThat(text("#visit-go-on")).isEqualTo("Ask again");
  }

  @Test
  @Order(12)
  void in_the_whole_story_nothing_held_the_window_up() {
    watchdog.close();
  }

  private HomeStart start(SampleShelf shelf) {
    return new HomeStart(home, shelf, Runnable::run, InstantSource.system());
  }

  private void find(String typed) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    until(() -> isThere("#palette-text"));
    robot.write(typed);
    until(() -> robot.lookup("#palette-results").queryListView().getItems().size() > 0);
    robot.type(KeyCode.ENTER);
    until(() -> !isThere("#palette-text"));
  }

  private String asked() throws Exception {
    return consent("asked");
  }

  private String granted() throws Exception {
    return consent("granted");
  }

  private String consent(String state) throws Exception {
    return consents(state).getFirst();
  }

  private List<String> consents(String state) throws Exception {
    return chartseal.run("consent", "list", "--as", PATIENT).rows().stream()
        .filter(row -> row.path("state").asText().equals(state))
        .map(row -> row.path("consent").asText())
        .toList();
  }

  private String pin(String alias) throws Exception {
    try (Pin pin = new DemoPins(home, new SecureRandom()).find(alias).orElseThrow()) {
      return pin.use(String::new);
    }
  }

  private void enter(String typed) {
    until(() -> isThere(".cs-pin-field") && !robot.lookup(".cs-pin-field").query().isDisabled());
    robot.clickOn(".cs-pin-field").write(typed).type(KeyCode.ENTER);
  }

  private boolean isThere(String query) {
    return robot.lookup(query).tryQuery().isPresent();
  }

  private String text(String query) {
    return robot.lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }

  /** Whether the entry that is to be signed says this. */
  private boolean reads(String words) {
    return robot.lookup("#draft").lookup(words).tryQuery().isPresent();
  }

  private <T> TableView<T> table(String query) {
    return robot.lookup(query).query();
  }

  /** Looked at between two pulses: half-way a node may stand in no scene yet. */
  private static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    } catch (TimeoutException e) {
      throw new AssertionError("it did not come to be", e);
    }
  }
}
