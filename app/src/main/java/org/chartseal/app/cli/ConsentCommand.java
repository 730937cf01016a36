package org.chartseal.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chartseal consent}, which does nothing by itself. */
@Command(
    name = "consent",
    description = "Asks for a record, answers, and takes answers back.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  chartseal consent ask adan-delrio --purpose treatment --until 8h --as dr-okafor",
      "  chartseal consent list --as adan-delrio",
      "  chartseal consent approve REQUEST --as adan-delrio"
    })
final class ConsentCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: ask, withdraw, list, approve, refuse or revoke.");
  }
}
