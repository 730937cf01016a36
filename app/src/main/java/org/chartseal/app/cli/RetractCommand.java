package org.chartseal.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.record.DocumentFiling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal retract}. */
@Command(
    name = "retract",
    description = {
      "Takes back an entry of your organisation.",
      "It stays in the record and reads as retracted; a signed entry in its place says why. What you wrote is retracted with your key, what others wrote with the organisation's."
    },
    footer = {
      "",
      "Example:",
      "  chartseal retract adan-delrio/2.N.0.2026.0.3 --reason \"Wrong patient.\" --as dr-okafor"
    })
final class RetractCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ENTRY", description = "As 'chartseal record' names it.")
  private String entry = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for whoever may read the record.")
  private String reason = "";

  @Mixin private final Sending sending = new Sending();

  RetractCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    NamedEntry name = NamedEntry.of(invocation, entry);
    if (reason.isBlank()) {
      throw CommandFailure.usage("CS-USE-31", "Say with --reason why it is taken back.");
    }
    Identity person = invocation.identity();
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "take the entry back")) {
      SignedCard card = name.card(desk);
      try (FilingDesk filing = FilingDesk.open(workspace, desk, card.card(), name.patient())) {
        DocumentFiling.Filed filed = filing.withdraw(name.replaced(filing), reason);
        filing.sign(desk.keys(), List.of(filed));
        sending.finish(desk, output);
        boolean done =
            new FiledRows(output, workspace.stores().outbox(), filing, entry).show(filed);
        return (done ? ExitStatus.DONE : ExitStatus.REFUSED).code();
      }
    }
  }
}
