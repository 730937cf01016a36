package org.chartseal.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chartseal.signing.Pin;

/** The one token of SoftHSM in this build; it is made before the module is loaded. */
public final class SoftToken {

  /** The token's label. */
  public static final String LABEL = "ward";

  private static final String PIN = "864209";
  private static final Optional<Path> MODULE =
      List.of(
              Path.of("/usr/lib/softhsm/libsofthsm2.so"),
              Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
              Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
              Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"))
          .stream()
          .filter(Files::exists)
          .findFirst();

  private final Path tokens;

  private SoftToken(Path tokens) {
    this.tokens = tokens;
  }

  /** Makes it anew; skips the test where SoftHSM is not installed. */
  public static SoftToken make() throws IOException, InterruptedException {
    String configuration = System.getenv("SOFTHSM2_CONF");
    assumeTrue(
        (MODULE.isPresent() && configuration != null) || Boolean.getBoolean("chartseal.ci"),
        "SoftHSM is not installed, so PKCS#11 is not tested here.");
    Path file = Path.of(configuration);
    Path tokens = file.resolveSibling("tokens");
    if (Files.exists(file.getParent())) {
      try (var old = Files.walk(file.getParent())) {
        for (Path one : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
    Files.createDirectories(tokens);
    Files.writeString(file, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    Process process =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                LABEL,
                "--so-pin",
                "97531",
                "--pin",
                PIN)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("softhsm2-util made no token.");
    }
    return new SoftToken(tokens);
  }

  public Path module() {
    return MODULE.orElseThrow();
  }

  public Pin pin() {
    return Pin.copyOf(PIN.toCharArray());
  }

  /** Pulls it. */
  public void pull() throws IOException {
    try (var all = Files.list(tokens)) {
      Path token = all.findFirst().orElseThrow();
      Files.move(token, tokens.resolveSibling(token.getFileName()));
    }
  }
}
