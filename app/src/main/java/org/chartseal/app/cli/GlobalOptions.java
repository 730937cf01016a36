package org.chartseal.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.chartseal.app.home.HomeLocation;
import org.chartseal.app.session.PinSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command takes. */
final class GlobalOptions {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The home folder; else CHARTSEAL_HOME, else this system's place for user data.")
  private @Nullable Path home;

  @Option(
      names = "--as",
      paramLabel = "IDENTITY",
      scope = ScopeType.INHERIT,
      description = "Who acts; 'chartseal demo' lists the identities.")
  private @Nullable String identity;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answers as JSON lines, the failure as JSON on standard error.")
  private boolean json;

  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Takes PINs from a file: one PIN, or lines 'identity: PIN'.")
  private @Nullable Path pinFile;

  @Option(
      names = "--pin-stdin",
      scope = ScopeType.INHERIT,
      description = "Takes PINs from standard input, a line each.")
  private boolean pinStdin;

  Path home() {
    return home != null
        ? home
        : HomeLocation.of(
            System.getenv(),
            System.getProperty("os.name", ""),
            Path.of(System.getProperty("user.home", "")));
  }

  Optional<String> identity() {
    return Optional.ofNullable(identity);
  }

  boolean json() {
    return json;
  }

  /** Wrong use is found before anything is opened: a PIN's source that cannot be one. */
  void checkPins() throws CommandFailure {
    if (pinFile == null) {
      return;
    }
    if (pinStdin) {
      throw CommandFailure.usage("CS-PIN-07", "Say either --pin-file or --pin-stdin, not both.");
    }
    if (Files.isDirectory(pinFile)) {
      throw CommandFailure.usage(
          "CS-PIN-03", pinFile + ", which --pin-file names, is a folder. Name a file.");
    }
    if (!Files.exists(pinFile)) {
      throw CommandFailure.usage(
          "CS-PIN-03", "There is no file " + pinFile + ", which --pin-file names.");
    }
    if (!Files.isReadable(pinFile)) {
      throw CommandFailure.usage(
          "CS-PIN-03", pinFile + ", which --pin-file names, cannot be read. Check its rights.");
    }
  }

  PinSource pins(Terminal terminal) {
    if (pinFile != null) {
      return PinSources.file(pinFile);
    }
    return pinStdin ? PinSources.standardInput(terminal.in()) : PinSources.prompt(terminal);
  }
}
