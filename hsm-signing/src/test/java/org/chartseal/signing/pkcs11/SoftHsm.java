package org.chartseal.signing.pkcs11;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chartseal.signing.Pin;

/**
 * SoftHSM with tokens of its own. They are made before the module is loaded, because it looks for
 * tokens only then; the build sets SOFTHSM2_CONF, because the module reads it from the environment.
 */
final class SoftHsm {
  static final String CONTRACT = "contract";
  static final String SETUP = "setup";
  static final String ISSUED = "issued";
  static final String LATER = "later";
  static final String TWINS = "twins";
  static final String PULLED = "pulled";

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));
  private static final Optional<Path> MODULE = PLACES.stream().filter(Files::exists).findFirst();
  private static boolean ready;

  private SoftHsm() {}

  /** The module; skips the test where SoftHSM is not installed. */
  static synchronized Path module() {
    String configuration = System.getenv("SOFTHSM2_CONF");
    assumeTrue(
        (MODULE.isPresent() && configuration != null) || Boolean.getBoolean("chartseal.ci"),
        "SoftHSM is not installed, so PKCS#11 is not tested here.");
    if (!ready) {
      makeTokens(Path.of(configuration));
      ready = true;
    }
    return MODULE.orElseThrow();
  }

  static Pin pin() {
    return Pin.copyOf("864209".toCharArray());
  }

  private static Path tokens() {
    return Path.of(System.getenv("SOFTHSM2_CONF")).resolveSibling("tokens");
  }

  /** The folder in which SoftHSM keeps the token of that label. */
  static Path folderOf(String label) throws IOException {
    try (var folders = Files.list(tokens())) {
      return folders
          .filter(folder -> holdsLabel(folder.resolve("token.object"), label))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean holdsLabel(Path object, String label) {
    try {
      return Files.readString(object, StandardCharsets.ISO_8859_1).contains(label);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeTokens(Path configuration) {
    try {
      delete(tokens());
      Files.createDirectories(tokens());
      Files.writeString(
          configuration, "directories.tokendir = " + tokens() + "\nlog.level = ERROR\n");
      for (String label : List.of(CONTRACT, SETUP, ISSUED, LATER, TWINS, TWINS, PULLED)) {
        makeToken(label);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void makeToken(String label) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                label,
                "--so-pin",
                "97531",
                "--pin",
                "864209")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("softhsm2-util made no token.");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
