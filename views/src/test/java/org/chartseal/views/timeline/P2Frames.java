package org.chartseal.views.timeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.timeline.scale.TimeRange;
import org.chartseal.views.timeline.scale.TimeScale;

/**
 * Measures frames: from one pulse to the next, with pulses that wait for nothing but the frame
 * before ({@code -Djavafx.animation.fullspeed=true}), while the view changes in each. Asserts
 * nothing.
 */
final class P2Frames {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int WARM = 150;
  private static final int FRAMES = 480;
  private static final int PERIOD = 120;
  private static final double YEAR = Duration.ofDays(365).toMillis();
  private static final double MONTH = Duration.ofDays(31).toMillis();

  /**
   * Of a frame, in milliseconds.
   *
   * @param work the processor's time of both threads, which a busy machine does not stretch
   */
  private record Figures(double middle, double worst, double work) {

    static Figures of(double[] millis, double work) {
      double[] sorted = millis.clone();
      Arrays.sort(sorted);
      return new Figures(sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)], work);
    }
  }

  private P2Frames() {}

  /**
   * Prints the figures of 10,000 and of 100,000 entries.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Platform.startup(() -> Platform.setImplicitExit(false));
    Figures empty = empty();
    print("P2-empty-p50", empty.middle(), empty.middle(), "itself");
    print("P2-empty-p99", empty.worst(), empty.worst(), "itself");
    print("P2-empty-work", empty.work(), empty.work(), "itself");
    measure("P2-10k", 10_000, empty);
    measure("P2-100k", 100_000, empty);
    Platform.exit();
  }

  private static void print(String id, double value, double reference, String against) {
    System.out.println(new BenchLine(id, value, "ms", value / reference, against));
  }

  private static void measure(String id, int size, Figures empty) {
    CompletableFuture<TimelineView> made = new CompletableFuture<>();
    Platform.runLater(() -> made.complete(view(size)));
    TimelineView view = made.join();
    settle();
    double worst = 0;
    for (Task task : tasks(view)) {
      Figures figures = frames(view, task.step());
      String name = id + "-" + task.name();
      print(name + "-p50", figures.middle(), empty.middle(), "an empty canvas' pulse, p50");
      print(name + "-p99", figures.worst(), empty.worst(), "an empty canvas' pulse, p99");
      print(
          name + "-work",
          figures.work(),
          empty.work(),
          "an empty canvas' pulse, both threads' processor time");
      worst = Math.max(worst, figures.worst());
    }
    print(id, worst, empty.worst(), "an empty canvas' pulse, both the p99, worst of three tasks");
  }

  private record Task(String name, IntConsumer step) {}

  private static List<Task> tasks(TimelineView view) {
    TimelineModel model = view.model();
    TimeRange all = model.scale().bounds();
    double end = SampleRecord.NOW.toEpochMilli();
    return List.of(
        new Task(
            "out",
            at -> see(model, all.middle() + wave(at) * all.length() * 0.05, all.length() * 0.9)),
        new Task(
            "zoom",
            at ->
                see(
                    model,
                    end - YEAR,
                    all.length() * Math.pow(MONTH / all.length(), (wave(at) + 1) / 2))),
        new Task("year", at -> see(model, end - 4 * YEAR + wave(at) * YEAR, YEAR)));
  }

  /** There and back, between -1 and 1. */
  private static double wave(int at) {
    return Math.sin(2 * Math.PI * at / PERIOD);
  }

  private static void see(TimelineModel model, double middle, double length) {
    TimeScale scale = model.scale();
    model.see(scale.see(new TimeRange(middle - length / 2, middle + length / 2)));
  }

  private static TimelineView view(int size) {
    TimelineSettings settings =
        new TimelineSettings(
            SampleText.ENGLISH, ZoneId.of("Asia/Seoul"), SampleRecord.BORN, SampleRecord.NOW);
    TimelineView view = new TimelineView(settings, Runnable::run);
    view.add(SampleRecord.of(size));
    return view;
  }

  private static Figures empty() {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    return frames(
        new Pane(canvas), at -> canvas.getGraphicsContext2D().fillRect(at % WIDTH, 0, 1, 1));
  }

  private static void settle() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(() -> done.complete(null));
    done.join();
  }

  private static Figures frames(Parent root, IntConsumer step) {
    CompletableFuture<Figures> measured = new CompletableFuture<>();
    Platform.runLater(() -> {
      Stage stage = new Stage();
      Scene scene = new Scene(new Pane(), WIDTH, HEIGHT);
      scene.getStylesheets().add(Appearance.class.getResource("light.css").toExternalForm());
      scene.setRoot(root);
      stage.setScene(scene);
      stage.show();
      new Clock(step, measured, stage).start();
    });
    return measured.join();
  }

  /** Takes the time of each pulse's beginning. */
  private static final class Clock extends AnimationTimer {

    private final IntConsumer step;
    private final CompletableFuture<Figures> measured;
    private final Stage stage;
    private final double[] millis = new double[FRAMES];
    private long last;
    private int frame = -WARM;
    private double workBefore;

    Clock(IntConsumer step, CompletableFuture<Figures> measured, Stage stage) {
      this.step = step;
      this.measured = measured;
      this.stage = stage;
    }

    @Override
    public void handle(long pulse) {
      long now = System.nanoTime();
      if (frame == 0) {
        workBefore = work();
      }
      if (frame > 0) {
        millis[frame - 1] = (now - last) / 1e6;
      }
      last = now;
      if (frame == FRAMES) {
        stop();
        stage.getScene().setRoot(new Pane());
        stage.close();
        measured.complete(Figures.of(millis, (work() - workBefore) / FRAMES));
        return;
      }
      step.accept(frame + WARM);
      frame++;
    }

    private static double work() {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      double nanos = 0;
      for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
        String name = thread.getThreadName();
        if (name.startsWith("JavaFX Application") || name.startsWith("QuantumRenderer")) {
          nanos += threads.getThreadCpuTime(thread.getThreadId());
        }
      }
      return nanos / 1e6;
    }
  }
}
