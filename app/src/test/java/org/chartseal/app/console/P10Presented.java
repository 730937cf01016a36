package org.chartseal.app.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.console.clinician.Billables;
import org.chartseal.app.console.clinician.ClinicianRecord;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.console.clinician.OpenedRecord;
import org.chartseal.app.demo.DemoSetUp;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.Draining;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.seal.Progress;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.patient.Visitor;

/**
 * From a patient's card being given to the first screen of their record that is of use: entries,
 * and the allergies, problems and medicines in them. The record has a thousand entries of two
 * hospitals and is granted; whoever sits there presses on as soon as that can be pressed. Against
 * the first fifty entries of the same record read without a window.
 */
final class P10Presented {

  private static final int ENTRIES = 1_000;
  private static final int FIRST = 50;
  private static final int TIMES = 7;
  private static final int PATIENCE = 120;
  private static final String PATIENT = "carter-haag";

  private final Path scratch;
  private final HomeFolder home;
  private final DemoPeople people;

  private P10Presented(Path scratch) {
    this.scratch = scratch;
    this.home = new HomeFolder(scratch.resolve("home"));
    this.people = new DemoPeople(home);
  }

  /**
   * @param args where to make the home
   */
  public static void main(String[] args) throws Exception {
    Platform.setImplicitExit(false);
    Platform.startup(() -> {});
    try {
      new P10Presented(Files.createTempDirectory(Path.of(args[0]), "bench-presented-")).run();
    } catch (AssertionError e) {
      // Otherwise the toolkit would keep the process.
      e.printStackTrace();
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      System.exit(1);
    }
    Platform.exit();
  }

  private void run() throws Exception {
    SampleShelf shelf = FewPatients.firstAndLast(scratch.resolve("shelf"));
    new DemoSetUp(home, shelf, new SecureRandom(), InstantSource.system()).run(2, Progress.NONE);
    grant();
    List<Double> bare = bare();
    CountDownLatch closed = new CountDownLatch(1);
    Console console = new Console(home, shelf, "bench", InstantSource.system(), closed::countDown);
    Sitting at = new Sitting(console, 1280, 800);
    Sitting.onFx(at.window()::start);
    at.untilShown("#person-" + DemoPeople.DOCTOR);
    people.signIn(at, DemoPeople.DOCTOR);
    List<Double> presented = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      presented.add(present(at));
    }
    double reference = median(bare);
    print("P10-presented-first", presented.getFirst(), reference);
    print("P10-presented", median(presented), reference);
    Sitting.onFx(at.stage()::hide);
    if (!closed.await(PATIENCE, TimeUnit.SECONDS)) {
      throw new AssertionError("the console did not close");
    }
  }

  private void grant() throws Exception {
    ChildProcesses chartseal =
        new ChildProcesses(home.root(), Files.createDirectories(scratch.resolve("output")));
    chartseal.run("visit", PATIENT, "--as", DemoPeople.DOCTOR);
    String consent =
        chartseal
            .run("consent", "ask", PATIENT, "--until", "8h", "--as", DemoPeople.DOCTOR)
            .last()
            .path("consent")
            .asText();
    chartseal.run("consent", "approve", consent, "--as", PATIENT);
  }

  /** Fills the record up, and reads it as the console's desk does. */
  private List<Double> bare() throws Exception {
    Devices devices = new Devices(home);
    Identity doctor = new Identities(home).find(DemoPeople.DOCTOR).orElseThrow();
    List<Double> first = new ArrayList<>();
    try (Workspace workspace = Workspace.open(home, InstantSource.system());
        Pin pin = new DemoPins(home, new SecureRandom()).find(DemoPeople.DOCTOR).orElseThrow();
        UnlockedIdentity keys = devices.keyring().unlock(doctor, pin);
        Seat seat = Seat.take(workspace, devices.keyring(), doctor, keys.signing())) {
      Visitor visitor = new ClinicianVisit(seat, devices).present(PATIENT);
      int before = read(seat, visitor, new AtomicLong());
      fill(new Desk(seat, keys), visitor, ENTRIES - before);
      for (int time = 0; time < TIMES; time++) {
        AtomicLong there = new AtomicLong();
        long begin = System.nanoTime();
        int entries = read(seat, visitor, there);
        if (entries != ENTRIES) {
          throw new AssertionError(entries + " entries instead of " + ENTRIES);
        }
        first.add((there.get() - begin) / 1e6);
      }
    }
    return first;
  }

  /** Reads all of it; notes when the first entries are there. */
  private static int read(Seat seat, Visitor visitor, AtomicLong there) throws Exception {
    AtomicInteger entries = new AtomicInteger();
    new ClinicianRecord(seat, new Billables(seat), new OpenedRecord())
        .open(
            visitor,
            Progress.NONE,
            item -> {
              if (entries.incrementAndGet() == FIRST) {
                there.set(System.nanoTime());
              }
            });
    return entries.get();
  }

  private static void fill(Desk desk, Visitor visitor, int missing) throws Exception {
    Workspace workspace = desk.workspace();
    try (FilingDesk filing =
        FilingDesk.open(workspace, desk, visitor.card().card(), visitor.alias())) {
      List<ParsedEntry> notes = new ArrayList<>();
      for (int n = 0; n < missing; n++) {
        notes.add(
            filing.note(
                "Note " + n, List.of("Seen on the ward, day " + n + "."), workspace.clock()));
      }
      filing.sign(desk.keys(), filing.file(notes, DocumentFiling.Match.DELIBERATE));
    }
    new Draining(workspace.stores().outbox(), workspace.stores().drainer())
        .untilFinal(Progress.NONE);
  }

  /** One visit, from the card to the record; in milliseconds. */
  private double present(Sitting at) throws InterruptedException {
    at.untilShown("#find-patient");
    at.until("cards", () -> !((ListView<?>) at.node("#cards")).getItems().isEmpty());
    at.write("#find-patient", "haag");
    Watch watch = new Watch(at);
    Sitting.onFx(watch::start);
    long begin = System.nanoTime();
    at.key("#find-patient", KeyCode.ENTER);
    if (!watch.seen.await(PATIENCE, TimeUnit.SECONDS)) {
      throw new AssertionError("the record did not open; there is: " + at.words());
    }
    double millis = (watch.end - begin) / 1e6;
    at.until("all of it", () -> at.text("#record-status").contains("complete at block"));
    at.press("#record-end");
    return millis;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void print(String id, double millis, double reference) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "BENCH id=%s value=%.0f unit=ms ratio=%.2f against=the_first_%d_of_%d_entries_without_a_window,_%.0f_ms",
            id,
            millis,
            millis / reference,
            FIRST,
            ENTRIES,
            reference));
  }

  /** Looks once in a pulse: what is there when one begins was painted when the next does. */
  private static final class Watch extends AnimationTimer {
    private final Sitting at;
    private final CountDownLatch seen = new CountDownLatch(1);
    private boolean there;
    private volatile long end;

    Watch(Sitting at) {
      this.at = at;
    }

    @Override
    public void handle(long now) {
      if (there) {
        end = System.nanoTime();
        stop();
        seen.countDown();
      } else if (at.scene().lookup("#visit-go-on") instanceof ButtonBase open
          && open.getText().equals("Open the record")) {
        open.fire();
      } else {
        there = isOfUse();
      }
    }

    /** An entry is open, the timeline has it, and what must be seen first was found or not. */
    private boolean isOfUse() {
      Node timeline = at.scene().lookup("#record-timeline");
      return timeline != null
          && at.scene().lookup("#entry-title") instanceof Labeled title
          && !title.getText().isEmpty()
          && timeline.getAccessibleText().contains(title.getText())
          && at.scene().lookup("#record-allergies") instanceof Labeled allergies
          && !allergies.getText().contains(" 0 proven");
    }
  }
}
