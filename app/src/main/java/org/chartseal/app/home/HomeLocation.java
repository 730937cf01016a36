package org.chartseal.app.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the home folder is when nobody says so: where each system wants an application's own data.
 */
public final class HomeLocation {

  private HomeLocation() {}

  /**
   * The default.
   *
   * @param environment of the process; {@code CHARTSEAL_HOME} wins
   * @param system {@code os.name}
   * @param user {@code user.home}
   */
  public static Path of(Map<String, String> environment, String system, Path user) {
    String named = environment.getOrDefault("CHARTSEAL_HOME", "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return under(environment, "LOCALAPPDATA", user.resolve("AppData").resolve("Local"))
          .resolve("Chartseal");
    }
    if (os.contains("mac")) {
      return user.resolve("Library").resolve("Application Support").resolve("Chartseal");
    }
    return under(environment, "XDG_DATA_HOME", user.resolve(".local").resolve("share"))
        .resolve("chartseal");
  }

  private static Path under(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }
}
