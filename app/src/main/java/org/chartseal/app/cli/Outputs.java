package org.chartseal.app.cli;

/** Which output a run of the program gets. */
@FunctionalInterface
interface Outputs {

  Output of(Terminal terminal, boolean json);

  /** JSON lines for programs, words for people. */
  Outputs STANDARD =
      (terminal, json) -> json ? new JsonOutput(terminal) : new HumanOutput(terminal);
}
