package org.chartseal.app.cli;

import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.PatientActs;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.record.WriteOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chartseal consent refuse}. */
@Command(
    name = "refuse",
    description = "Says no to a request, as the patient; the asker is told so.",
    footer = {"", "Example:", "  chartseal consent refuse REQUEST --as adan-delrio"})
final class ConsentRefuseCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "REQUEST", description = "As 'chartseal consent list' names it.")
  private String request = "";

  @Mixin private final Sending sending = new Sending();

  ConsentRefuseCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        PatientDevice device =
            PatientDevice.open(workspace, invocation.keyring(), person, "refuse what is asked");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      Ask ask = OpenAsks.find(books, request);
      if (workspace
              .consents()
              .patients()
              .refuse(device.session(), books, ask, PatientActs.refusal(request))
          instanceof WriteOutcome.Refused(var fault)) {
        throw CommandFailure.refused(fault);
      }
      sending.finish(workspace, output);
      output.row(
          Row.of("consent", request).and("state", "refused"),
          "Refused. " + ask.terms().grantee().display() + " sees nothing.");
    }
    return ExitStatus.DONE.code();
  }
}
