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
import org.chartseal.services.claims.desk.InboxOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.PayerRules;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.claims.desk.RulingOutcome;
import org.chartseal.services.seal.Hash32;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal decide}. */
@Command(
    name = "decide",
    description = {
      "Verifies the evidence of claims against the chain and decides each line by the rule pack.",
      "The decision goes to the hospital, an explanation to the patient.",
      "With --line, a person rules on one line of a decided claim: where the rules leave it to a person, or otherwise than they decided. The decision's file holds the rules' outcome, the ruling, its reason and the key that signed it."
    },
    footer = {
      "",
      "Examples:",
      "  chartseal decide --all --as meridian",
      "  chartseal decide CLAIM --line 2 --approve --amount 120.00 \\",
      "      --reason 'Reviewed with the surgeon.' --by 'Dana Reyes' --as meridian",
      "  chartseal decide CLAIM --line 2 --deny CO-50 --reason 'No indication.' --as meridian"
    })
final class DecideCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "CLAIM",
      arity = "0..*",
      description = "Ids of claims, or their beginnings.")
  private List<String> claims = List.of();

  @Option(names = "--all", description = "Every claim that is open.")
  private boolean all;

  @ArgGroup(exclusive = false, heading = "A person's ruling:%n")
  private @Nullable RulingOptions ruling;

  @Mixin private final Sending sending = new Sending();

  DecideCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    if (ruling != null && (all || claims.size() != 1)) {
      throw CommandFailure.usage(
          "CS-USE-21", "A person rules on one claim: name it, without --all.");
    }
    if (all != claims.isEmpty()) {
      throw CommandFailure.usage("CS-USE-19", "Name claims, or decide --all.");
    }
    ClaimNames names = ClaimNames.of(claims);
    if (ruling != null) {
      ruling.check();
    }
    Identity person = invocation.insurer();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "decide claims");
        OrganisationSession session =
            new OrganisationSession(desk.organisation(), workspace.identity().pairs())) {
      PayerRules rules =
          workspace.claims().rules().with(new MemberCards(workspace, desk.organisation().id()));
      Output output = invocation.output();
      List<Hash32> ids = names.among(() -> received(workspace, session, output));
      if (ruling != null) {
        RulingOrder order =
            ruling.order(ids.getFirst(), desk.organisation().name(), rules.pack().currency());
        return show(
            workspace,
            output,
            workspace.claims().rulings().rule(session, order, rules, output.progress()));
      }
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
        case DecideOutcome.Done(var results, DecideSummary summary, var lost) -> {
          sending.finish(desk, output);
          lost.ifPresent(fault -> output.fault(Row.of("state", "lost"), fault));
          boolean good = lost.isEmpty();
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
              words(summary));
          yield (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
        }
      };
    }
  }

  private static List<Hash32> received(
      Workspace workspace, OrganisationSession session, Output output) throws CommandFailure {
    return switch (workspace.claims().payer().inbox(session, output.progress())) {
      case InboxOutcome.Failed(var fault) -> throw CommandFailure.refused(fault);
      case InboxOutcome.Read(var claims) ->
          claims.stream().flatMap(claim -> claim.id().stream()).toList();
    };
  }

  private static String words(DecideSummary summary) {
    if (summary.claims() == 0) {
      return "No claim waits to be decided.";
    }
    if (summary.decided() == 0) {
      return "No claim was decided.";
    }
    return "%s decided: %s approved, %d denied, %s."
        .formatted(
            new Counted(summary.decided(), "claim"),
            new Counted(summary.approved(), "line"),
            summary.denied(),
            summary.person() == 1 ? "1 needs a person" : summary.person() + " need a person");
  }

  private int show(Workspace workspace, Output output, RulingOutcome outcome) throws Exception {
    return switch (outcome) {
      case RulingOutcome.Refused(var fault) -> throw CommandFailure.refused(fault);
      case RulingOutcome.Unsigned(var decision, var fault) -> throw CommandFailure.refused(fault);
      case RulingOutcome.Ruled(var decision, var told) -> {
        sending.finish(workspace, output);
        String id = decision.inputs().claim().file().claim().hex();
        output.row(
            Row.of("claim", id)
                .and("state", "ruled")
                .and("patientTold", told)
                .and("lines", DecisionRows.lines(decision))
                .and("rulings", DecisionRows.rulings(decision)),
            "Claim %s%n%s"
                .formatted(id.substring(0, ClaimNames.SHOWN), DecisionRows.words(decision)));
        yield ExitStatus.DONE.code();
      }
    };
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
            "Claim %s%n%s"
                .formatted(
                    id.substring(0, ClaimNames.SHOWN), DecisionRows.words(decided.decision())));
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
