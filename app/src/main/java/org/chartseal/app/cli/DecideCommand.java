package org.chartseal.app.cli;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.MemberCards;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.DecideResult;
import org.chartseal.services.claims.desk.DecideSummary;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.PayerRules;
import org.chartseal.services.seal.Hash32;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal decide}. */
@Command(
    name = "decide",
    description = {
      "Verifies the evidence of claims against the chain and decides each line by the rule pack.",
      "The decision goes to the hospital, an explanation to the patient."
    },
    footer = {"", "Example:", "  chartseal decide --all --as meridian"})
final class DecideCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "CLAIM", arity = "0..*", description = "Ids of claims, whole.")
  private List<String> claims = List.of();

  @Option(names = "--all", description = "Every claim that is open.")
  private boolean all;

  @Mixin private final Sending sending = new Sending();

  DecideCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    if (all != claims.isEmpty()) {
      throw CommandFailure.usage("CS-USE-19", "Name claims, or decide --all.");
    }
    Identity person = invocation.identity();
    List<Hash32> ids = ClaimIds.parse(claims);
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "decide claims");
        OrganisationSession session =
            new OrganisationSession(desk.organisation(), workspace.identity().pairs())) {
      PayerRules rules =
          workspace.claims().rules().with(new MemberCards(workspace, desk.organisation().id()));
      Output output = invocation.output();
      DecideOutcome outcome =
          all
              ? workspace.claims().payer().decideAll(session, rules, output.progress())
              : workspace
                  .claims()
                  .payer()
                  .decide(session, new HashSet<>(ids), rules, output.progress());
      return switch (outcome) {
        case DecideOutcome.Failed(var fault) -> throw CommandFailure.refused(fault);
        case DecideOutcome.Unsigned(var results, var summary, var fault) ->
            throw CommandFailure.refused(fault);
        case DecideOutcome.Done(var results, DecideSummary summary) -> {
          sending.finish(desk, output.progress());
          boolean good = true;
          for (DecideResult result : results) {
            good &= show(output, result);
          }
          output.row(
              Row.of("claims", summary.claims())
                  .and("decided", summary.decided())
                  .and("lines", summary.lines())
                  .and("approved", summary.approved())
                  .and("denied", summary.denied())
                  .and("person", summary.person()),
              "%d claims decided: %d lines approved, %d denied, %d need a person."
                  .formatted(
                      summary.decided(), summary.approved(), summary.denied(), summary.person()));
          yield (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
        }
      };
    }
  }

  private static boolean show(Output output, DecideResult result) {
    String id = result.claim().hex();
    return switch (result) {
      case DecideResult.Decided decided -> {
        output.row(
            Row.of("claim", id)
                .and("state", "decided")
                .and("patientTold", decided.told())
                .and("lines", DecisionRows.lines(decided.decision())),
            "Claim %s%n%s".formatted(id.substring(0, 16), DecisionRows.words(decided.decision())));
        yield true;
      }
      case DecideResult.Refused(var claim, var fault) -> {
        output.fault(Row.of("claim", id), fault);
        yield false;
      }
      case DecideResult.NotReached notReached -> false;
    };
  }
}
