package org.chartseal.app.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.files.UsedFolder;
import org.chartseal.views.kit.layout.KeepInView;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.ScaledPane;
import org.chartseal.views.settings.SettingsScreen;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Place;
import org.chartseal.views.shell.Shell;
import org.chartseal.views.signin.Person;
import org.chartseal.views.signin.SignInScreen;
import org.chartseal.views.start.StartScreen;
import org.chartseal.views.visit.Presented;
import org.jspecify.annotations.Nullable;

/** One window: who sits at it, and what it shows. */
final class ConsoleWindow {

  private static final Duration IDLE = Duration.minutes(10);

  /** Until it is looked again whether work that kept the window from its lock is over. */
  private static final Duration AGAIN = Duration.seconds(5);

  /** So long after a lock the patient of a visit is probably still there. */
  private static final long VISIT_MINUTES = 15;

  private static final KeyCombination LOCK =
      new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);

  private final Console console;
  private final Stage stage;
  private final Kit kit;
  private final Overlay overlay;
  private final StackPane place = new StackPane();
  private final PauseTransition idle = new PauseTransition(IDLE);
  private final PauseTransition working = new PauseTransition(AGAIN);
  private final Subscription dressed;
  private @Nullable Screen shown;
  private @Nullable PersonSession session;
  private @Nullable Person person;
  private @Nullable Shell shell;
  private @Nullable Left left;

  /**
   * Where somebody was who locked the screen, for them and nobody else. Nothing that was decrypted
   * is in it.
   *
   * @param at when it was
   * @param visiting who was in the chair
   */
  private record Left(
      Person person, Instant at, Optional<Place> place, Optional<Presented> visiting) {

    boolean isOf(Person who) {
      return person.id().equals(who.id());
    }

    /** Who is probably still in the chair. */
    Optional<Presented> visiting(Instant now) {
      return now.isBefore(at.plus(VISIT_MINUTES, ChronoUnit.MINUTES)) ? visiting : Optional.empty();
    }
  }

  ConsoleWindow(Console console, Stage stage, Appearance appearance, Localisation localisation) {
    this.console = console;
    this.stage = stage;
    this.overlay = new Overlay(place);
    Executor fx = Platform::runLater;
    this.kit =
        new Kit(localisation, new Tasks(console.background(), fx), overlay, console.exports());
    Scene scene = new Scene(new ScaledPane(overlay, appearance.scaleProperty()));
    this.dressed = appearance.dress(scene);
    KeepInView.in(scene);
    stage.setScene(scene);
    stage.setTitle("Chartseal");
    stage.setMinWidth(960);
    stage.setMinHeight(640);
    stage.setOnHidden(hidden -> closed());
    idle.setOnFinished(waited -> idled());
    working.setOnFinished(waited -> idled());
    scene.addEventFilter(InputEvent.ANY, event -> used());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::lockByKey);
  }

  /**
   * The window's, whatever it shows: what is typed next is a PIN, and must not land in a dialog.
   */
  private void lockByKey(KeyEvent key) {
    if (session != null && LOCK.match(key)) {
      key.consume();
      idled();
    }
  }

  /** A localisation of a window's own, so that each may speak another language. */
  static Localisation localisation(ConsoleSettings settings) {
    return new Localisation(settings.language(), ZoneId.systemDefault());
  }

  Stage stage() {
    return stage;
  }

  /** Brings the home up first. */
  void start() {
    show(new StartScreen<>(kit, console.start(), this::up, Workspace::close));
    stage.show();
  }

  /** The home is up already. */
  void signIn() {
    signIn(Optional.empty());
    stage.show();
  }

  private void used() {
    working.stop();
    idle.playFromStart();
  }

  /** A lock would stop what a dialog is doing half-way; it waits until that is over. */
  private void idled() {
    if (overlay.isShowing() && kit.tasks().isBusy()) {
      working.playFromStart();
    } else {
      lock();
    }
  }

  private void up(Workspace workspace) {
    console.up(workspace);
    signIn(Optional.empty());
  }

  private void signIn(Optional<Person> locked) {
    show(new SignInScreen<>(kit, console.signIn(), locked, this::signedIn));
  }

  private void signedIn(SignInScreen.SignedIn<PersonSession> in) {
    person = in.person();
    session = in.session();
    stage.setTitle("Chartseal – " + in.person().name());
    Optional<Left> back = Optional.ofNullable(left).filter(where -> where.isOf(in.person()));
    left = null;
    if (back.isEmpty()) {
      new UsedFolder(stage).forget();
    }
    back.flatMap(where -> where.visiting(console.now())).ifPresent(in.session()::goOnWith);
    Frame frame = in.session().frame(kit, settings(), new Exits());
    if (frame.network() == Frame.Network.SAMPLE) {
      new UsedFolder(stage).begin(console.documents());
    }
    Shell made = new Shell(kit, frame, console.appearance());
    shell = made;
    back.flatMap(Left::place).ifPresent(made::beginAt);
    show(made);
  }

  private Destination settings() {
    return new Destination(
        Place.SETTINGS,
        () ->
            new SettingsScreen(
                kit, console.appearance(), console.settingsDesk(), console.devicesDesk()));
  }

  private void show(Screen next) {
    away();
    shown = next;
    place.getChildren().setAll(next.view());
    next.attached();
  }

  private void away() {
    overlay.cancel();
    place.getChildren().clear();
    Screen before = shown;
    shown = null;
    if (before != null) {
      before.detached();
      before.closed();
    }
  }

  /** Whatever was decrypted goes with the session and the screens that showed it. */
  private void leave() {
    PersonSession ended = session;
    session = null;
    shell = null;
    if (ended != null) {
      console.close(ended);
    }
    stage.setTitle("Chartseal");
  }

  private void lock() {
    if (session != null) {
      Optional<Person> who = Optional.ofNullable(person);
      left = whereabouts();
      leave();
      signIn(who);
    }
  }

  private @Nullable Left whereabouts() {
    return person == null || shell == null || session == null
        ? null
        : new Left(person, console.now(), shell.place(), session.visiting());
  }

  private void closed() {
    idle.stop();
    working.stop();
    away();
    dressed.unsubscribe();
    stage.setScene(null);
    leave();
    console.closed(this);
  }

  private final class Exits implements Frame.Exits {
    @Override
    public void lock() {
      ConsoleWindow.this.lock();
    }

    @Override
    public void switchPerson() {
      leave();
      person = null;
      left = null;
      signIn(Optional.empty());
    }

    @Override
    public void newWindow() {
      console.newWindow();
    }
  }
}
