package org.chartseal.app.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The streams of the process.
 *
 * @param in standard input
 * @param bytes standard output, for bytes that are no text
 * @param out standard output
 * @param err standard error
 * @param console the person at the keyboard, if there is one
 */
public record Terminal(
    InputStream in,
    OutputStream bytes,
    PrintWriter out,
    PrintWriter err,
    Optional<Console> console) {

  /** The process's own. Text is UTF-8, as JSON lines have to be. */
  public static Terminal ofProcess() {
    return new Terminal(
        System.in,
        System.out,
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)),
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8)),
        Optional.ofNullable(System.console()).filter(Console::isTerminal));
  }

  /** Whether somebody is at the keyboard. */
  boolean isInteractive() {
    return console.isPresent();
  }

  /** Writes bytes to standard output. */
  void raw(byte[] content) {
    out.flush();
    try {
      bytes.write(content);
      bytes.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
