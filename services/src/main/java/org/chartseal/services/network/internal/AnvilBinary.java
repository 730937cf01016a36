package org.chartseal.services.network.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the node's program is. */
final class AnvilBinary {

  private static final String PROPERTY = "chartseal.anvil";

  private AnvilBinary() {}

  /**
   * The program that {@code -Dchartseal.anvil} names, else the one that npm installed in a working
   * copy.
   */
  static Optional<Path> find() {
    String named = System.getProperty(PROPERTY);
    Stream<Path> candidates =
        named == null
            ? workingCopies().map(folder -> folder.resolve(npmPath()))
            : Stream.of(Path.of(named));
    return candidates.filter(Files::isExecutable).findFirst();
  }

  /** The folder of the program's start and those above it, and {@code services} in each. */
  private static Stream<Path> workingCopies() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .flatMap(folder -> Stream.of(folder, folder.resolve("services")));
  }

  private static Path npmPath() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean windows = os.startsWith("windows");
    String platform = windows ? "win32" : os.startsWith("mac") ? "darwin" : "linux";
    boolean arm = System.getProperty("os.arch").equals("aarch64") && !windows;
    return Path.of(
        "node_modules",
        "@foundry-rs",
        "anvil-" + platform + (arm ? "-arm64" : "-amd64"),
        "bin",
        windows ? "anvil.exe" : "anvil");
  }
}
