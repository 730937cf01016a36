package org.chartseal.app.console;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.wiring.NetworkWiring;
import org.chartseal.app.wiring.Workspace;

/**
 * Walks the story of the README through the windows on a real home, and takes pictures of every
 * screen and dialog on the way.
 */
final class Tour {

  private static final int PATIENTS = 2;
  private static final int PATIENCE = 60;
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final HomeFolder home;
  private final DemoPeople people;
  private final Console console;
  private final Camera camera;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Tour(Path scratch, Path pictures) throws IOException {
    this.home = new HomeFolder(scratch.resolve("home"));
    this.people = new DemoPeople(home);
    SampleShelf shelf = FewPatients.shelf(PATIENTS, scratch.resolve("shelf"));
    this.console = new Console(home, shelf, "0.1.0", InstantSource.system(), closed::countDown);
    this.camera = new Camera(Files.createDirectories(pictures), console.appearance());
  }

  /**
   * Takes all pictures.
   *
   * @param args the folder for them
   */
  public static void main(String[] args) throws Exception {
    Platform.setImplicitExit(false);
    Platform.startup(() -> {});
    Path scratch = Files.createTempDirectory("chartseal-tour");
    try {
      new Tour(scratch, Path.of(args[0])).walk(scratch);
    } catch (AssertionError e) {
      // Otherwise the toolkit would keep the process.
      e.printStackTrace();
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      System.exit(1);
    }
    Platform.exit();
  }

  private void walk(Path scratch) throws Exception {
    Sitting hospital = new Sitting(console, WIDTH, HEIGHT);
    Sitting.onFx(hospital.window()::start);
    ClinicianTour clinician = new ClinicianTour(hospital, camera, people);
    clinician.firstStart();
    clinician.visit();
    clinician.ask();

    Sitting athome = new Sitting(console, WIDTH, HEIGHT);
    PatientTour patient = new PatientTour(athome, camera, people);
    patient.arrive();
    patient.refuse();
    clinician.refused();
    patient.narrow();
    clinician.record();
    clinician.add(documents(scratch));
    clinician.sign();
    clinician.bill();
    clinician.inbox("19-inbox-sent");
    clinician.answers();
    patient.ownRecord();

    Sitting office = new Sitting(console, WIDTH, HEIGHT);
    InsurerTour insurer = new InsurerTour(office, camera, people);
    insurer.arrive();
    insurer.decide();
    insurer.review();
    insurer.pay();
    clinician.inbox("20-inbox-paid");
    patient.costs();
    clinician.beginAgain();
    patient.revoke();
    clinician.revoked();
    clinician.shell();

    network().close();
    clinician.offline();
    patient.offline();
    insurer.offline();
    camera.close();
    leave(List.of(hospital, athome, office));
  }

  private List<Path> documents(Path scratch) throws IOException {
    Path bad = Files.writeString(scratch.resolve("letter.xml"), "Dear colleague,");
    return List.of(home.root().resolve("documents"), bad);
  }

  /** What the console keeps to itself: a node that only stops is started again by its keeper. */
  private NetworkWiring network() throws ReflectiveOperationException {
    Field up = Console.class.getDeclaredField("up");
    up.setAccessible(true);
    Object opened = up.get(console);
    Method workspace = opened.getClass().getDeclaredMethod("workspace");
    workspace.setAccessible(true);
    return ((Workspace) workspace.invoke(opened)).network();
  }

  /** The console closes with the first of the windows that it did not open itself. */
  private void leave(List<Sitting> sittings) throws InterruptedException {
    for (Sitting sitting : sittings.subList(1, sittings.size())) {
      sitting.press("#shell-switch");
      Sitting.onFx(() -> {
        sitting.stage().setOnHidden(null);
        sitting.stage().hide();
      });
    }
    Sitting.onFx(sittings.getFirst().stage()::hide);
    if (!closed.await(PATIENCE, TimeUnit.SECONDS)) {
      throw new AssertionError("the console did not close");
    }
  }
}
