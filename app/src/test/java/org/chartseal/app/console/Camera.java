package org.chartseal.app.console;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javax.imageio.ImageIO;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;

/** Takes pictures of a window in each language, look and size. */
final class Camera implements AutoCloseable {

  private static final int PULSES = 5;
  private static final double LARGE = 1.5;

  private final Path folder;
  private final Appearance appearance;

  /** One at a time: what is being written keeps the memory of its picture. */
  private final ExecutorService writer = Executors.newSingleThreadExecutor();

  /** One way to show a window. */
  private record Style(String suffix, Theme theme, double scale) {}

  private static final List<Style> ENGLISH =
      List.of(
          new Style("en-light", Theme.LIGHT, 1),
          new Style("en-dark", Theme.DARK, 1),
          new Style("en-contrast", Theme.CONTRAST, 1));
  private static final List<Style> KOREAN =
      List.of(
          new Style("ko-dark", Theme.DARK, 1),
          new Style("ko-light", Theme.LIGHT, 1),
          new Style("ko-light-150", Theme.LIGHT, LARGE));

  Camera(Path folder, Appearance appearance) {
    this.folder = folder;
    this.appearance = appearance;
  }

  /** Takes a window as it is; only its language, look and size change. */
  void take(Sitting sitting, String name) {
    take(sitting, name, () -> {});
  }

  /**
   * The same for what is said once, in the language of then, such as a dialog.
   *
   * @param opening brings it up anew for each language; what was there before is there again
   */
  void take(Sitting sitting, String name, Runnable opening) {
    take(sitting, name, Language.KOREAN, opening);
    take(sitting, name, Language.ENGLISH, opening);
  }

  /** The same for what comes but once, and was said in English. */
  void takeEnglish(Sitting sitting, String name) {
    take(sitting, name, Language.ENGLISH, () -> {});
  }

  /**
   * Takes a window in the moment after a button was pressed, before anything comes of it.
   *
   * @param opening brings the button up, for each language
   */
  void atOnce(Sitting sitting, String name, Runnable opening, String button) {
    for (Language language : List.of(Language.KOREAN, Language.ENGLISH)) {
      Sitting.onFx(() -> sitting.localisation().languageProperty().set(language));
      opening.run();
      Sitting.onFx(() -> {
        ((ButtonBase) sitting.node(button)).fire();
        for (Style style : language == Language.KOREAN ? KOREAN : ENGLISH) {
          wear(style);
          write(name, style, sitting);
        }
      });
    }
    wear(ENGLISH.getFirst());
  }

  private void take(Sitting sitting, String name, Language language, Runnable opening) {
    Sitting.onFx(() -> sitting.localisation().languageProperty().set(language));
    opening.run();
    for (Style style : language == Language.KOREAN ? KOREAN : ENGLISH) {
      wear(style);
      pulses();
      write(name, style, sitting);
    }
    wear(ENGLISH.getFirst());
    Sitting.onFx(() -> sitting.localisation().languageProperty().set(Language.ENGLISH));
  }

  private void wear(Style style) {
    Sitting.onFx(() -> {
      appearance.themeProperty().set(style.theme());
      appearance.scaleProperty().set(style.scale());
    });
  }

  /** What was changed has been laid out and drawn, also on canvas. */
  static void pulses() {
    CountDownLatch passed = new CountDownLatch(PULSES);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            passed.countDown();
          }
        };
    Sitting.onFx(timer::start);
    try {
      passed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Sitting.onFx(timer::stop);
  }

  /** Scrolls what can be scrolled to its end. */
  static void scrollDown(Sitting sitting) {
    Sitting.onFx(() ->
        sitting.nodes().stream()
            .filter(ScrollPane.class::isInstance)
            .map(ScrollPane.class::cast)
            .forEach(pane -> pane.setVvalue(pane.getVmax())));
  }

  private void write(String name, Style style, Sitting sitting) {
    BufferedImage picture =
        Sitting.fromFx(() -> SwingFXUtils.fromFXImage(sitting.scene().snapshot(null), null));
    Path file = folder.resolve(name + "-" + style.suffix() + ".png");
    writer.execute(() -> {
      try {
        ImageIO.write(picture, "png", file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  @Override
  public void close() throws IOException {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IOException("the pictures are not written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.list(folder)) {
      System.out.println(files.count() + " pictures in " + folder);
    }
  }
}
