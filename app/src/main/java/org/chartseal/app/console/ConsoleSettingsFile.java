package org.chartseal.app.console;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.theme.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code console.properties} of the home folder. It holds no secret, and losing it loses comfort
 * only.
 *
 * <p>It is read before the first window of each start, and a JSON library takes longer to come up
 * than all else there is to do until then.
 */
final class ConsoleSettingsFile {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSettingsFile.class);
  private static final ConsoleSettings.WindowPlace FIRST =
      new ConsoleSettings.WindowPlace(-1, -1, 1280, 800, false);

  private final HomeFolder home;
  private final Path file;

  ConsoleSettingsFile(HomeFolder home) {
    this.home = home;
    this.file = home.root().resolve("console.properties");
  }

  /** As they were kept, or those to begin with. */
  ConsoleSettings read() {
    try (Reader in = Files.newBufferedReader(file)) {
      Properties said = new Properties();
      said.load(in);
      return new ConsoleSettings(
          Language.valueOf(of(said, "language")),
          Theme.valueOf(of(said, "theme")),
          number(said, "scale"),
          new ConsoleSettings.WindowPlace(
              number(said, "window.x"),
              number(said, "window.y"),
              number(said, "window.width"),
              number(said, "window.height"),
              Boolean.parseBoolean(of(said, "window.maximised"))));
    } catch (NoSuchFileException e) {
      return first();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("The console's settings were not read: {}", e.getClass().getName());
      return first();
    }
  }

  private static String of(Properties said, String name) {
    String value = said.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static double number(Properties said, String name) {
    double value = Double.parseDouble(of(said, name));
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is no number");
    }
    return value;
  }

  /** Keeps them; a home that cannot be written to works all the same. */
  void write(ConsoleSettings settings) {
    ConsoleSettings.WindowPlace window = settings.window();
    Properties said = new Properties();
    said.setProperty("language", settings.language().name());
    said.setProperty("theme", settings.theme().name());
    said.setProperty("scale", Double.toString(settings.scale()));
    said.setProperty("window.x", Double.toString(window.x()));
    said.setProperty("window.y", Double.toString(window.y()));
    said.setProperty("window.width", Double.toString(window.width()));
    said.setProperty("window.height", Double.toString(window.height()));
    said.setProperty("window.maximised", Boolean.toString(window.maximised()));
    StringWriter written = new StringWriter();
    try {
      said.store(written, null);
      home.create();
      OwnerOnly.write(file, written.toString().getBytes(StandardCharsets.UTF_8));
    } catch (HomeException e) {
      LOG.warn("The console's settings were not kept: {}", e.fault().code());
    } catch (IOException e) {
      LOG.warn("The console's settings were not kept: {}", e.getClass().getName());
    }
  }

  private static ConsoleSettings first() {
    return new ConsoleSettings(Language.of(Locale.getDefault()), Theme.LIGHT, 1, FIRST);
  }
}
