package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSettingsFileTest {

  private static final ConsoleSettings LIKED =
      new ConsoleSettings(
          Language.KOREAN,
          Theme.CONTRAST,
          1.75,
          new ConsoleSettings.WindowPlace(12.5, -3, 1400, 900.25, true));

  @TempDir Path folder;

  @Test
  void what_was_kept_is_read() {
    ConsoleSettingsFile file = new ConsoleSettingsFile(new HomeFolder(folder.resolve("home")));
    file.write(LIKED);
    assertThat(file.read()).isEqualTo(LIKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "language=KLINGON",
        "scale=NaN",
        "scale=Infinity",
        "window.width=wide",
        "window.x=",
        "theme=\\u12",
      })
  void what_is_damaged_is_as_if_there_were_none(String line) throws IOException {
    ConsoleSettingsFile file = new ConsoleSettingsFile(new HomeFolder(folder));
    ConsoleSettings first = file.read();
    file.write(LIKED);
    Path kept = folder.resolve("console.properties");
    String damaged = line.isEmpty() ? "" : Files.readString(kept) + System.lineSeparator() + line;
    Files.writeString(kept, damaged);
    assertThat(file.read()).isEqualTo(first).isNotEqualTo(LIKED);
  }
}
