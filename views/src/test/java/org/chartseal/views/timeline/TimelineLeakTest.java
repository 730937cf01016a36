package org.chartseal.views.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TimelineLeakTest {

  private static final int TIMES = 50;
  private static final int ROUNDS = 40;

  private final BorderPane screen = new BorderPane();

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(screen, 800, 600));
    stage.show();
  }

  @Test
  void a_timeline_that_was_opened_and_closed_fifty_times_leaves_nothing(FxRobot robot) {
    List<WeakReference<TimelineView>> views = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      robot.interact(() -> views.add(new WeakReference<>(open())));
      robot.type(KeyCode.END);
      robot.interact(() -> close(views.getLast().get()));
    }
    robot.interact(() -> screen.setCenter(new Pane()));
    for (int round = 0; round < ROUNDS && views.stream().anyMatch(view -> view.get() != null); round++) {
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

  private void close(TimelineView view) {
    view.close();
    screen.setCenter(new Pane());
  }
}
