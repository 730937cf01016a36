package org.chartseal.app.cli;

import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.PatientActs;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.record.WriteOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chartseal consent revoke}. */
@Command(
    name = "revoke",
    description = "Takes a consent back, as the patient.",
    footer = {"", "Example:", "  chartseal consent revoke CONSENT --as adan-delrio"})
final class ConsentRevokeCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "CONSENT", description = "As 'chartseal consent list' names it.")
  private String consent = "";

  @Mixin private final Sending sending = new Sending();

  ConsentRevokeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        PatientDevice device =
            PatientDevice.open(workspace, invocation.keyring(), person, "take a consent back");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      if (books.grants().stream().noneMatch(grant -> grant.terms().id().equals(consent))) {
        throw CommandFailure.usage(
            "CS-USE-12",
            "No consent of that name was given. 'chartseal consent list' shows what is shared.");
      }
      if (workspace
              .consents()
              .patients()
              .revoke(device.session(), books, consent, PatientActs.revocation(consent))
          instanceof WriteOutcome.Refused(var fault)) {
        throw CommandFailure.refused(fault);
      }
      sending.finish(workspace, output);
      output.row(
          Row.of("consent", consent).and("state", "revoked"),
          """
          Revoked. Consoles that keep the rules open nothing under it any more, and what is written from now on cannot be read with it.
          What was read before cannot be taken back.\
          """);
    }
    return ExitStatus.DONE.code();
  }
}
