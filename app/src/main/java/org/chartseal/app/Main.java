package org.chartseal.app;

import org.chartseal.app.cli.ChartsealCommand;
import org.chartseal.app.cli.Terminal;

/** Starts the program. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] args) {
    System.exit(ChartsealCommand.on(Terminal.ofProcess()).execute(args));
  }
}
