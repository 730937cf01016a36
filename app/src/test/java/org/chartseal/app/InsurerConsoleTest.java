package org.chartseal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.chartseal.app.console.Devices;
import org.chartseal.app.console.insurer.ClaimFinder;
import org.chartseal.app.console.insurer.InsurerDecided;
import org.chartseal.app.console.insurer.InsurerQueue;
import org.chartseal.app.console.insurer.InsurerReview;
import org.chartseal.app.console.insurer.InsurerRules;
import org.chartseal.app.console.insurer.InsurerSeat;
import org.chartseal.app.console.insurer.InsurerSettlement;
import org.chartseal.app.export.SystemExports;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.claims.ReplayedLedger;
import org.chartseal.services.claims.RulePacks;
import org.chartseal.services.claims.TrialReport;
import org.chartseal.services.claims.TriedLine;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.claims.desk.SettleOutcome;
import org.chartseal.services.outbox.DrainReport;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.claim.ClaimScreen;
import org.chartseal.views.claim.RulingDrafts;
import org.chartseal.views.decided.Replayed;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.queue.QueueDesk;
import org.chartseal.views.queue.QueueFilter;
import org.chartseal.views.queue.QueueScreen;
import org.chartseal.views.queue.SavedFilter;
import org.chartseal.views.settlement.SettlementScreen;
import org.chartseal.views.shell.Found;
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

/** The insurer's part of the story, in its window, on a real home with its own chain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InsurerConsoleTest {

  private static final String PATIENT = "adan-delrio";
  private static final String WRONG = "000000000";
  private static final int PATIENCE = 120;

  @TempDir static Path folder;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final FxRobot robot = new FxRobot();
  private FxWatchdog watchdog;
  private final StackPane place = new StackPane();
  private Workspace workspace;
  private InsurerSeat seat;
  private Kit kit;
  private String pin = "";

  @BeforeAll
  void sitDown() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    Path root = folder.resolve("home");
    ChildProcesses chartseal =
        new ChildProcesses(root, Files.createDirectories(folder.resolve("output")));
    bill(chartseal, root);
    HomeFolder home = new HomeFolder(root);
    workspace = Workspace.open(home, InstantSource.system());
    try (Pin known = new DemoPins(home, new SecureRandom()).find("meridian").orElseThrow()) {
      pin = known.use(String::new);
    }
    Identity insurer = new Identities(home).find("meridian").orElseThrow();
    Devices devices = new Devices(home);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () -> InsurerSeat.take(workspace, devices, insurer, Pin.copyOf(WRONG.toCharArray())))
        .matches(refused -> refused.fault().code().equals("CS-PIN-08"));
    sit(home);
    Stage stage = FxToolkit.registerPrimaryStage();
    watchdog = new FxWatchdog(Duration.ofMillis(100), FxWatchdog.Charge.OURS);
    Overlay overlay = new Overlay(place);
    kit =
        new Kit(
            new Localisation(Language.ENGLISH, ZoneOffset.UTC),
            new Tasks(background, Platform::runLater),
            overlay,
            new SystemExports(InstantSource.system()).exports());
    robot.interact(() -> {
      stage.setScene(new Scene(overlay, 1000, 800));
      stage.show();
    });
  }

  private void sit(HomeFolder home) throws Exception {
    Identity insurer = new Identities(home).find("meridian").orElseThrow();
    seat = InsurerSeat.take(workspace, new Devices(home), insurer, Pin.copyOf(pin.toCharArray()));
  }

  @AfterAll
  void leave() {
    background.shutdownNow();
    if (workspace != null) {
      seat.close();
      workspace.close();
    }
  }

  @Test
  @Order(1)
  void a_node_that_stops_in_the_middle_of_a_batch_is_said_and_nothing_is_half_decided()
      throws Exception {
    InsurerQueue desk = new InsurerQueue(seat);
    QueueScreen screen = queue(new StoppingNode(desk, workspace));
    until(() -> table("#queue-table").getItems().size() == 1);
    click("#queue-decide-shown");
    enter(pin);
    until(() -> codes().anyMatch(code -> code.startsWith("CS-")));
    assertThat(text("#summary-claims")).doesNotContain("1 decided");
    robot.interact(() -> {
      kit.overlay().cancel();
      screen.detached();
    });

    seat.close();
    workspace.close();
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    workspace = Workspace.open(home, InstantSource.system());
    sit(home);
    assertThat(claim().isOpen()).isTrue();
  }

  @Test
  @Order(2)
  void a_wrong_pin_decides_nothing_and_the_right_one_decides_what_waits() throws Exception {
    InsurerQueue desk = new InsurerQueue(seat);
    queue(desk);
    until(() -> table("#queue-table").getItems().size() == 1);
    click("#queue-decide-shown");
    enter(WRONG);
    until(() -> !robot.lookup("CS-PIN-08").queryAll().isEmpty());
    assertThat(desk.received(Progress.NONE)).allMatch(ReceivedClaim::isOpen);
    enter(pin);
    until(() -> robot.lookup("#decide-summary").tryQuery().isPresent());
    assertThat(text("#summary-claims"))
        .isEqualTo("1 claim = 1 decided + 0 refused + 0 not reached");
    assertThat(text("#summary-lines"))
        .isEqualTo("3 lines = 3 approved + 0 denied + 0 for a person");
    until(() -> table("#queue-table").getItems().isEmpty());
    drain();
  }

  @Test
  @Order(3)
  void a_decided_claim_is_not_decided_again_and_filters_are_kept() throws Exception {
    InsurerQueue desk = new InsurerQueue(seat);
    Hash32 claim = claim().id().orElseThrow();
    DecideOutcome again = desk.decide(Pin.copyOf(pin.toCharArray()), Set.of(claim), Progress.NONE);
    assertThat(((DecideOutcome.Done) again).summary().decided()).isZero();
    assertThat(((DecideOutcome.Done) again).summary().refused()).isEqualTo(1);
    List<SavedFilter> filters =
        List.of(new SavedFilter("Mine", new QueueFilter("st", QueueFilter.Waiting.PERSON, "")));
    desk.keep(filters);
    assertThat(new InsurerQueue(seat).filters()).isEqualTo(filters);
  }

  @Test
  @Order(3)
  void a_claim_is_found_by_hospital_and_member_and_told_as_the_window_writes_it() throws Exception {
    ClaimRow row = ClaimRow.of(claim());
    String member = row.file().orElseThrow().member();
    List<ClaimRow> opened = new ArrayList<>();
    List<Found> found =
        new ClaimFinder(seat, opened::add)
            .find(
                "mary " + member.toLowerCase(Locale.ROOT),
                12,
                kit.localisation().still(),
                Progress.NONE);
    assertThat(found).extracting(Found::title).containsExactly(row.number());
    assertThat(found.getFirst().detail())
        .startsWith("St Mary Hospital · " + member + " · $")
        .doesNotContain("USD");
    found.getFirst().open().run();
    assertThat(opened).hasSize(1);
  }

  @Test
  @Order(4)
  void the_decisions_file_decides_the_same_again_here_and_where_it_was_saved() throws Exception {
    InsurerDecided desk = new InsurerDecided(seat);
    Replayed here = desk.replay(claim(), Progress.NONE);
    assertThat(here.outcome()).isInstanceOf(ReplayOutcome.Same.class);
    assertThat(here.block()).contains(ReplayedLedger.Standing.CANONICAL);
    Path saved = folder.resolve("saved.decision");
    desk.writeDecision(claim(), saved, Progress.NONE);
    assertThat(workspace.claims().replay().replay(DecisionFile.parse(Files.readAllBytes(saved))))
        .isInstanceOf(ReplayOutcome.Same.class);
  }

  @Test
  @Order(5)
  void a_persons_ruling_takes_the_pin_and_stands_in_the_decision() throws Exception {
    InsurerReview desk = new InsurerReview(seat);
    RulingOrder order =
        new RulingOrder(
            claim().id().orElseThrow(),
            3,
            new RulingOrder.Wish.Deny(new AdjustmentReason("CO", "50", "")),
            "Not indicated by what is shown.",
            "Dana Reyes");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.rule(Pin.copyOf(WRONG.toCharArray()), order, Progress.NONE))
        .matches(refused -> refused.fault().code().equals("CS-PIN-08"));
    Decision ruled = desk.rule(Pin.copyOf(pin.toCharArray()), order, Progress.NONE);
    assertThat(ruled.rulings()).hasSize(1);
    drain();
    assertThat(ClaimRow.of(claim()).lines(Outcome.DENIED)).isEqualTo(1);
    assertThat(desk.evidence(claim().claim().orElseThrow()))
        .hasSize(3)
        .allMatch(line -> line.holds());
  }

  @Test
  @Order(6)
  void what_is_due_is_paid_with_one_pin_and_once() throws Exception {
    InsurerSettlement desk = new InsurerSettlement(seat);
    show(it -> new SettlementScreen(it, desk));
    until(() -> robot.lookup("#settlement-pay").tryQuery().isPresent());
    click("#settlement-pay");
    enter(pin);
    until(() -> text("#settlement-note").startsWith("1 payment signed"));
    drain();
    assertThat(ClaimRow.of(claim()).payment().orElseThrow().transactions()).hasSize(1);
    SettleOutcome.Done again = desk.pay(Pin.copyOf(pin.toCharArray()), Progress.NONE);
    assertThat(again.paying()).isEqualTo(Money.zero(Currency.getInstance("USD")));
  }

  @Test
  @Order(7)
  void the_rules_are_readable_tables_with_a_digest() throws Exception {
    var pack = new InsurerRules(seat).pack();
    assertThat(pack.tables().stream().map(table -> table.name()))
        .contains("lines.csv", "sharing.csv", "services.csv");
    assertThat(pack.id().digest()).isEqualTo(workspace.claims().rules().pack().id().digest());
  }

  @Test
  @Order(8)
  void a_pack_is_tried_on_what_was_decided_and_paid_and_changes_nothing_of_it() throws Exception {
    InsurerRules desk = new InsurerRules(seat);
    byte[] sample = new RulePacks().sampleArchive();
    Path same = Files.write(folder.resolve("same.zip"), sample);
    TrialReport unchanged = desk.tryOut(same, Progress.NONE).report();
    assertThat(unchanged.tried()).isEqualTo(1);
    // The third line was ruled on by a person over what these rules approve.
    assertThat(unchanged.count(TriedLine.Effect.UNCHANGED)).isEqualTo(3);

    Path tables = Files.createDirectories(folder.resolve("tables"));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.tryOut(tables, Progress.NONE))
        .matches(refused -> refused.fault().code().equals("CS-RULE-07"));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.tryOut(folder.resolve("nowhere"), Progress.NONE))
        .matches(refused -> refused.fault().code().equals("CS-RULE-06"));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sample))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.write(tables.resolve(entry.getName()), zip.readAllBytes());
      }
    }
    Path services = tables.resolve("services.csv");
    Files.writeString(services, Files.readString(services).replace(",covered,", ",excluded,"));
    TrialReport other = desk.tryOut(tables, Progress.NONE).report();
    assertThat(other.count(TriedLine.Effect.DENY)).isPositive();
    assertThat(other.linesTried()).isEqualTo(3);
    assertThat(ClaimRow.of(claim()).payment()).isPresent();
    assertThat(workspace.stores().outbox().pending()).isEmpty();
  }

  @Test
  @Order(9)
  void after_the_seat_was_left_nothing_is_read() {
    seat.close();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> new InsurerQueue(seat).received(Progress.NONE))
        .matches(refused -> refused.fault().code().equals("CS-DESK-06"));
  }

  @Test
  @Order(10)
  void in_the_whole_story_nothing_held_the_window_up() {
    watchdog.close();
  }

  private static void bill(ChildProcesses chartseal, Path root) throws Exception {
    done(chartseal.run("demo", "--patients", "1"));
    done(chartseal.run("visit", PATIENT, "--as", "dr-okafor"));
    Path visit = root.resolve("documents").resolve(PATIENT + "-visit.json");
    ChildProcesses.Result added =
        done(chartseal.run("import", PATIENT, visit.toString(), "--as", "dr-okafor"));
    String encounter =
        added.rows().stream()
            .filter(row -> row.path("kind").asText().equals("encounter"))
            .map((JsonNode row) -> row.path("entry").asText())
            .findFirst()
            .orElseThrow();
    done(chartseal.run("claim", "make", encounter, "--member", "MHP-1001", "--as", "st-mary"));
    done(chartseal.run("claim", "submit", "--as", "st-mary"));
  }

  private static ChildProcesses.Result done(ChildProcesses.Result result) {
    assertThat(result.status()).as(result.err()).isZero();
    return result;
  }

  private ReceivedClaim claim() throws RefusedException {
    List<ReceivedClaim> received = new InsurerQueue(seat).received(Progress.NONE);
    assertThat(received).hasSize(1);
    return received.getFirst();
  }

  private void drain() {
    until(() ->
        workspace.stores().drainer().drain(Progress.NONE) instanceof DrainReport.Drained
            && workspace.stores().outbox().pending().isEmpty());
  }

  /** A queue whose node stops as soon as a batch has begun. */
  private record StoppingNode(InsurerQueue desk, Workspace workspace) implements QueueDesk {

    @Override
    public List<ReceivedClaim> received(Progress progress) throws RefusedException {
      return desk.received(progress);
    }

    @Override
    public boolean moved() throws RefusedException {
      return desk.moved();
    }

    @Override
    public KeyHolder holder() {
      return desk.holder();
    }

    @Override
    public DecideOutcome decide(Pin pin, Set<Hash32> claims, Progress progress)
        throws RefusedException {
      return desk.decide(
          pin,
          claims,
          (done, total, what) -> {
            if (what.equals("deciding claims")) {
              workspace.network().close();
            }
            return progress.step(done, total, what);
          });
    }

    @Override
    public List<SavedFilter> filters() throws RefusedException {
      return desk.filters();
    }

    @Override
    public void keep(List<SavedFilter> filters) throws RefusedException {
      desk.keep(filters);
    }
  }

  private QueueScreen queue(QueueDesk desk) {
    InsurerReview review = new InsurerReview(seat);
    return show(it ->
        new QueueScreen(
            it,
            desk,
            (claim, back) -> new ClaimScreen(it, review, new RulingDrafts(), claim, back),
            waiting -> {}));
  }

  /** The codes of faults that are on show, on their own or at the end of a line. */
  private Stream<String> codes() {
    return Stream.concat(
            robot.lookup(".cs-code").queryAll().stream(),
            robot.lookup("#summary-refused").queryAll().stream())
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .map(words -> words.substring(words.indexOf("CS-") < 0 ? 0 : words.indexOf("CS-")));
  }

  private <S extends Screen> S show(Function<Kit, S> maker) {
    AtomicReference<S> shown = new AtomicReference<>();
    robot.interact(() -> {
      S screen = maker.apply(kit);
      place.getChildren().setAll(screen.view());
      screen.attached();
      shown.set(screen);
    });
    return shown.get();
  }

  private void enter(String typed) {
    click(".cs-pin-field");
    robot.write(typed);
    click("#pin-confirm");
  }

  /** On a screen that is being put in place of another a node may stand in no scene yet. */
  private void click(String query) {
    until(() -> clickable(query).isPresent());
    robot.clickOn(clickable(query).orElseThrow());
  }

  private Optional<Node> clickable(String query) {
    return robot.lookup(query).queryAll().stream()
        .filter(node -> node.getScene() != null && !node.isDisabled())
        .findFirst();
  }

  private String text(String query) {
    return robot.lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }

  private TableView<?> table(String query) {
    return robot.lookup(query).<TableView<?>>tryQuery().orElseGet(TableView::new);
  }

  private static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError("it did not come to be", e);
    }
  }
}
