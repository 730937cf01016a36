package org.chartseal.views.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.seal.Progress;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.ScaledPane;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.shell.ConsoleStatus;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Occupant;
import org.chartseal.views.shell.Place;
import org.chartseal.views.shell.Shell;
import org.chartseal.views.testing.SampleExports;
import org.chartseal.views.testing.Stay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class RecordLeavesNothingTest {

  private static final int TIMES = 50;
  private static final int ROUNDS = 40;

  private final StackPane place = new StackPane();
  private final Overlay overlay = new Overlay(place);
  private final Kit kit =
      new Kit(
          new Localisation(Language.ENGLISH, ZoneOffset.UTC),
          new Tasks(Runnable::run, Platform::runLater),
          overlay,
          new SampleExports().exports());
  private final Appearance appearance = new Appearance(Theme.LIGHT, 1);
  private final List<WeakReference<Object>> shown = new ArrayList<>();
  private Stage stage;
  private Subscription dressed;

  /** A window of its own: TestFX keeps every event, and so its target, of the one it is given. */
  @Start
  void start(Stage ignored) {
    stage = new Stage();
    stage.setScene(new Scene(new ScaledPane(overlay, appearance.scaleProperty()), 1000, 800));
    dressed = appearance.dress(stage.getScene());
    stage.show();
  }

  @Stop
  void stop() {
    dressed.unsubscribe();
    stage.hide();
  }

  @Test
  void a_record_that_was_opened_and_locked_fifty_times_leaves_nothing(FxRobot robot)
      throws Exception {
    SampleRecords records = new SampleRecords();
    for (int time = 0; time < TIMES; time++) {
      Screen shell = open(robot, records);
      robot.interact(() -> {
        place.getChildren().clear();
        shell.detached();
        shell.closed();
      });
    }
    robot.interact(() -> place.getChildren().setAll(new Pane()));
    assertThat(shown).hasSize(2 * TIMES);
    collect(robot);
    assertThat(shown).allMatch(one -> one.get() == null);
  }

  @Test
  void a_closed_window_is_not_held_by_the_look_that_outlives_it(FxRobot robot) {
    robot.interact(() -> {
      Stage other = new Stage();
      Scene scene = new Scene(new ScaledPane(new Pane(), appearance.scaleProperty()));
      Subscription look = appearance.dress(scene);
      shown.add(new WeakReference<>(scene.getRoot()));
      other.setScene(scene);
      other.setOnHidden(hidden -> {
        look.unsubscribe();
        other.setScene(null);
      });
      other.show();
      other.hide();
    });
    collect(robot);
    assertThat(shown).allMatch(one -> one.get() == null);
  }

  private void collect(FxRobot robot) {
    for (int round = 0;
        round < ROUNDS && shown.stream().anyMatch(one -> one.get() != null);
        round++) {
      System.gc();
      robot.interact(place::requestLayout);
    }
  }

  private Screen open(FxRobot robot, SampleRecords records) {
    List<Screen> opened = new ArrayList<>();
    robot.interact(() -> {
      Screen shell =
          new Shell(
              kit,
              new Frame(
                  new Occupant("Dr Kim Minji", "Hana Clinic"),
                  List.of(new Destination(Place.VISIT, () -> record(records))),
                  RecordLeavesNothingTest::status,
                  new Stay(),
                  Frame.Network.REAL,
                  (typed, most, words, progress) -> List.of()),
              new Appearance(Theme.LIGHT, 1));
      place.getChildren().setAll(shell.view());
      shell.attached();
      opened.add(shell);
    });
    return opened.getFirst();
  }

  private Screen record(SampleRecords records) {
    RecordScreen screen =
        new RecordScreen(
            kit,
            new Clinic(records),
            records.visitor(),
            new RecordScreen.Additions(List.of(), files -> {}),
            item -> List.of(),
            new RecordScreen.Exits(() -> {}, () -> {}));
    shown.add(new WeakReference<>(screen));
    return screen;
  }

  private static ConsoleStatus status() {
    return new ConsoleStatus(
        new ConsoleStatus.Card("Dr Kim Minji", KeyHolder.Kind.FILE, Optional.empty()),
        new ConsoleStatus.Network("1", OptionalLong.of(18), List.of(), 1, Optional.empty()),
        new ConsoleStatus.Outbox(List.of(), List.of()));
  }

  /** Gives out one entry at once. */
  private final class Clinic extends QuietDesk {
    private final SampleRecords records;

    Clinic(SampleRecords records) {
      this.records = records;
    }

    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink) {
      RecordItem item = records.item(0);
      shown.add(new WeakReference<>(item));
      sink.accept(item);
      return SampleRecords.complete();
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      return SampleRecords.words(item.title());
    }
  }
}
