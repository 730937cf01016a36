package org.chartseal.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.chartseal.app.home.PinLines;
import org.chartseal.app.session.PinSource;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;

/** The places that a PIN can come from. */
final class PinSources {

  private static final int MAX_FILE = 1 << 20;

  private PinSources() {}

  private static RefusedException refused(String code, String sentence) {
    return new RefusedException(new Fault(code, sentence));
  }

  /** A prompt on the terminal, without echo. */
  static PinSource prompt(Terminal terminal) {
    return (alias, question) -> {
      Console console =
          terminal
              .console()
              .orElseThrow(() ->
                  refused(
                      "CS-PIN-01",
                      "A PIN is needed and nobody is at the keyboard. Give it with --pin-file FILE or --pin-stdin."));
      char[] typed = console.readPassword("%s%nPIN: ", question);
      if (typed == null || typed.length == 0) {
        throw refused("CS-PIN-02", "No PIN was given. Nothing was signed or opened.");
      }
      try {
        return Pin.copyOf(typed);
      } finally {
        Arrays.fill(typed, '\0');
      }
    };
  }

  /** A file with one PIN, or with a line {@code alias: PIN} for each owner. */
  static PinSource file(Path file) {
    return (alias, question) -> {
      byte[] content;
      try (InputStream in = Files.newInputStream(file)) {
        content = in.readNBytes(MAX_FILE);
      } catch (IOException e) {
        throw refused(
            "CS-PIN-03",
            "The file named with --pin-file cannot be read. Check its name and rights.");
      }
      return PinLines.pin(content, alias)
          .orElseThrow(() ->
              refused(
                  "CS-PIN-04", "The file named with --pin-file holds no PIN for " + alias + "."));
    };
  }

  /** Standard input, one line for each PIN in the order in which they are asked for. */
  static PinSource standardInput(InputStream in) {
    return (alias, question) -> {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      try {
        int next = in.read();
        while (next >= 0 && next != '\n') {
          line.write(next);
          next = in.read();
        }
      } catch (IOException e) {
        throw refused("CS-PIN-05", "Standard input cannot be read.");
      }
      byte[] bytes = line.toByteArray();
      line.reset();
      return PinLines.pin(bytes, alias)
          .orElseThrow(() ->
              refused(
                  "CS-PIN-06", "Standard input ended before the PIN of " + alias + " was read."));
    };
  }
}
