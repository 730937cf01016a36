package org.chartseal.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chartseal claim}, which does nothing by itself. */
@Command(
    name = "claim",
    description = "Makes claims out of signed encounters, sends them, and says how far they are.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  chartseal claim make adan-delrio/2.N.0.2026.0.0 --member MHP-1001 --as st-mary",
      "  chartseal claim submit --as st-mary",
      "  chartseal claim list --as st-mary"
    })
final class ClaimCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: make, submit or list.");
  }
}
