package org.chartseal.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.desk.ClaimListOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.SendOutcome;
import org.chartseal.services.seal.Hash32;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chartseal claim submit}. */
@Command(
    name = "submit",
    description =
        "Signs claims that wait and sends them to their insurers; all of them when none is named.",
    footer = {"", "Example:", "  chartseal claim submit --as st-mary"})
final class ClaimSubmitCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "CLAIM",
      arity = "0..*",
      description = "Ids of claims, or their beginnings.")
  private List<String> claims = List.of();

  @Mixin private final Sending sending = new Sending();

  ClaimSubmitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    ClaimNames names = ClaimNames.of(claims);
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "send claims");
        OrganisationSession session =
            new OrganisationSession(desk.organisation(), workspace.identity().pairs())) {
      SendOutcome outcome =
          names.texts().isEmpty()
              ? workspace.claims().hospital().sendAll(session)
              : workspace
                  .claims()
                  .hospital()
                  .send(session, names.among(() -> known(workspace, session)));
      return switch (outcome) {
        case SendOutcome.Refused(var fault) -> throw CommandFailure.refused(fault);
        case SendOutcome.Sent(int sent, var lost) -> {
          sending.finish(desk, invocation.output());
          invocation
              .output()
              .row(
                  Row.of("sent", sent),
                  sent == 0 ? "No claim waited to be sent." : "Claims sent: " + sent + ".");
          lost.ifPresent(fault -> invocation.output().fault(Row.of("state", "lost"), fault));
          yield (lost.isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED).code();
        }
      };
    }
  }

  private List<Hash32> known(Workspace workspace, OrganisationSession session)
      throws CommandFailure {
    return switch (workspace.claims().hospital().list(session, invocation.output().progress())) {
      case ClaimListOutcome.Failed(var fault) -> throw CommandFailure.refused(fault);
      case ClaimListOutcome.Listed(var claims, var gaps) ->
          claims.stream().map(standing -> standing.claim().claim()).toList();
    };
  }
}
