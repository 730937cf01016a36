package org.chartseal.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.chartseal.app.cli.ChartsealCommand;
import org.chartseal.app.cli.Terminal;
import org.chartseal.app.cli.Unexpected;

/** Starts the program. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    if (System.getProperty("chartseal.log") == null) {
      quieten();
    }
    Thread.setDefaultUncaughtExceptionHandler(new Unexpected());
    System.exit(ChartsealCommand.execute(terminal, args));
  }

  /** What libraries print is not what a command answers, and may hold what it must not. */
  private static void quieten() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
  }
}
