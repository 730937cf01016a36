package org.chartseal.views.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class TimelineLeakTest {

  private static final int TIMES = 50;
  private static final int ROUNDS = 40;

  private final BorderPane screen = new BorderPane();

  /** A window of its own: TestFX keeps every event, and so its target, of the one it is given. */
  @Start
  void start(Stage ignored) {
    Stage stage = new Stage();
    stage.setScene(new Scene(screen, 800, 600));
    stage.show();
  }

  @Stop
  void stop() {
    screen.getScene().getWindow().hide();
  }

  @Test
  void a_timeline_that_was_opened_and_closed_fifty_times_leaves_nothing(FxRobot robot) {
    List<WeakReference<TimelineView>> views = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      robot.interact(() -> views.add(new WeakReference<>(open())));
      robot.interact(() -> Event.fireEvent(screen.getCenter(), end()));
      robot.interact(() -> close(views.getLast().get()));
    }
    robot.interact(() -> screen.setCenter(new Pane()));
    for (int round = 0;
        round < ROUNDS && views.stream().anyMatch(view -> view.get() != null);
        round++) {
      System.gc();
      robot.interact(() -> screen.requestLayout());
    }
    assertThat(views).allMatch(view -> view.get() == null);
  }

  private TimelineView open() {
    TimelineView view =
        new TimelineView(
            new TimelineSettings(
                SampleText.KOREAN, ZoneId.of("Asia/Seoul"), SampleRecord.BORN, SampleRecord.NOW),
            Runnable::run);
    screen.setCenter(view);
    view.add(SampleRecord.of(200));
    view.requestFocus();
    return view;
  }

  private static KeyEvent end() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.END, false, false, false, false);
  }

  private void close(TimelineView view) {
    view.close();
    screen.setCenter(new Pane());
  }
}
