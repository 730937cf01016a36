package org.chartseal.app.console;

import java.util.Locale;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.JsonFile;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.theme.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code console.json} of the home folder. It holds no secret, and losing it loses comfort only.
 */
final class ConsoleSettingsFile {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSettingsFile.class);
  private static final ConsoleSettings.WindowPlace FIRST =
      new ConsoleSettings.WindowPlace(-1, -1, 1280, 800, false);

  private final HomeFolder home;
  private final JsonFile<ConsoleSettings> file;

  ConsoleSettingsFile(HomeFolder home) {
    this.home = home;
    this.file =
        new JsonFile<>(
            home.root().resolve("console.json"), ConsoleSettings.VERSION, ConsoleSettings.class);
  }

  /** As they were kept, or those to begin with. */
  ConsoleSettings read() {
    try {
      return file.read().orElseGet(ConsoleSettingsFile::first);
    } catch (HomeException e) {
      LOG.warn("The console's settings were not read: {}", e.fault().code());
      return first();
    }
  }

  /** Keeps them; a home that cannot be written to works all the same. */
  void write(ConsoleSettings settings) {
    try {
      home.create();
      file.write(settings);
    } catch (HomeException e) {
      LOG.warn("The console's settings were not kept: {}", e.fault().code());
    }
  }

  private static ConsoleSettings first() {
    return new ConsoleSettings(
        ConsoleSettings.VERSION, Language.of(Locale.getDefault()), Theme.LIGHT, 1, FIRST);
  }
}
