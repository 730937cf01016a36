package org.chartseal.views.timeline;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.TimelineItem;
import org.chartseal.views.timeline.model.TimelineQuery;

/** Paints pictures of a timeline into a folder, to be looked at. */
final class Gallery {

  private record Shot(
      String name,
      int size,
      boolean dark,
      SampleText text,
      Duration seen,
      int percent,
      boolean folded) {}

  private static final Duration LIFE = Duration.ofDays(365 * 60);
  private static final Duration YEAR = Duration.ofDays(366);
  private static final Duration MONTH = Duration.ofDays(31);
  private static final List<Shot> SHOTS =
      List.of(
          new Shot("life-light", 10_000, false, SampleText.ENGLISH, LIFE, 100, true),
          new Shot("life-dark", 10_000, true, SampleText.ENGLISH, LIFE, 100, false),
          new Shot("life-small", 300, false, SampleText.ENGLISH, LIFE, 100, false),
          new Shot("year-light", 10_000, false, SampleText.ENGLISH, YEAR, 100, false),
          new Shot("year-dark-ko", 10_000, true, SampleText.KOREAN, YEAR, 100, false),
          new Shot("month-light", 10_000, false, SampleText.ENGLISH, MONTH, 100, false),
          new Shot("month-dark", 10_000, true, SampleText.ENGLISH, MONTH, 100, false),
          new Shot("year-150", 10_000, false, SampleText.KOREAN, YEAR, 150, true),
          new Shot("search", 10_000, false, SampleText.ENGLISH, YEAR, 100, false),
          new Shot("empty", 0, false, SampleText.KOREAN, LIFE, 100, false));

  private final Path folder;
  private final Stage stage = new Stage();

  private Gallery(Path folder) {
    this.folder = folder;
  }

  /**
   * Paints all pictures.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws InterruptedException, IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {
      Gallery gallery = new Gallery(folder);
      SHOTS.forEach(gallery::take);
      done.countDown();
    });
    done.await();
    Platform.exit();
  }

  private void take(Shot shot) {
    TimelineSettings settings =
        new TimelineSettings(
            shot.text(), ZoneId.of("Asia/Seoul"), SampleRecord.BORN, SampleRecord.NOW);
    TimelineView view = new TimelineView(settings, Runnable::run);
    view.setStyle("-fx-font-size: " + 13 * shot.percent() / 100.0 + "px");
    Scene scene = new Scene(view, 1280, 800);
    Application.setUserAgentStylesheet(
        shot.dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    String theme = shot.dark() ? "dark.css" : "light.css";
    scene.getStylesheets().add(Appearance.class.getResource(theme).toExternalForm());
    stage.setScene(scene);
    stage.show();
    List<TimelineItem> items = SampleRecord.of(shot.size());
    view.add(items);
    if (shot.name().equals("search")) {
      view.query(new TimelineQuery(null, item -> item.title().contains("HbA1c")));
    }
    settle();
    Instant end = SampleRecord.NOW.minus(Duration.ofDays(150));
    if (shot.seen().compareTo(YEAR) <= 0) {
      view.see(end.minus(shot.seen()), end);
    }
    if (shot.folded()) {
      view.open(LaneKind.RESULTS, false);
      view.open(LaneKind.NOTES, false);
    }
    items.stream()
        .filter(item -> item.start().isBefore(end) && item.lane() == LaneKind.IMAGING)
        .findFirst()
        .ifPresent(item -> view.select(item.id()));
    view.requestFocus();
    settle();
    write(shot.name(), scene.snapshot(null));
  }

  private static void settle() {
    Object loop = new Object();
    Platform.runLater(() -> Platform.exitNestedEventLoop(loop, null));
    Platform.enterNestedEventLoop(loop);
  }

  private void write(String name, WritableImage image) {
    try {
      Path file = folder.resolve("timeline-" + name + ".png");
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
