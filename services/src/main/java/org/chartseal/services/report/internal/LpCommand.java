package org.chartseal.services.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.print.PrintException;

/**
 * CUPS's {@code lp}, which takes a PDF from its standard input. The JDK itself would spool the
 * pages in a file for temporary things, where they would stay if the program were killed.
 *
 * @param program and what comes before our own arguments
 */
public record LpCommand(List<String> program) {

  private static final int MOST_WORDS = 500;

  public LpCommand {
    program = List.copyOf(program);
  }

  /**
   * Hands over pages.
   *
   * @param job what the queue calls them
   * @throws PrintException if they were not taken
   */
  void print(String printer, String job, byte[] pdf, int copies) throws PrintException {
    List<String> command =
        Stream.concat(
                program.stream(),
                Stream.of("-s", "-d", printer, "-n", Integer.toString(copies), "-t", job))
            .toList();
    try {
      Process process =
          new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      try (OutputStream pages = process.getOutputStream()) {
        pages.write(pdf);
      }
      String said =
          new String(process.getErrorStream().readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
      process.getErrorStream().close();
      if (process.waitFor() != 0) {
        throw new PrintException("lp: " + said.strip());
      }
    } catch (IOException e) {
      throw new PrintException("lp cannot be run, or took no pages: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PrintException("interrupted");
    }
  }
}
