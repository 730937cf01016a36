package org.chartseal.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chartseal rules}, which does nothing by itself. */
@Command(
    name = "rules",
    description = "Tries an insurer's rule packs before they decide anything.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  chartseal rules try ~/packs/2027.rulepack --as meridian"})
final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: try.");
  }
}
