package org.chartseal.app.cli;

import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.Settlement;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.SettleOutcome;
import org.chartseal.services.claims.desk.SettleResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chartseal settle}. */
@Command(
    name = "settle",
    description =
        "Pays what an insurer decided from its pool: each claim whole, in one transaction, exactly once.",
    footer = {"", "Example:", "  chartseal settle --as meridian"})
final class SettleCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(names = "--plan", description = "Says what is due, and pays nothing.")
  private boolean plan;

  @Mixin private final Sending sending = new Sending();

  SettleCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "pay claims");
        OrganisationSession session =
            new OrganisationSession(desk.organisation(), workspace.identity().pairs())) {
      SettleOutcome outcome =
          plan
              ? workspace.claims().settle().plan(session, output.progress())
              : workspace.claims().settle().settle(session, output.progress());
      return switch (outcome) {
        case SettleOutcome.Failed(var fault) -> throw CommandFailure.refused(fault);
        case SettleOutcome.Done done -> {
          if (!plan) {
            sending.finish(desk, output.progress());
          }
          boolean good = true;
          for (SettleResult result : done.results()) {
            good &= show(output, result);
          }
          output.row(
              Row.of("pool", done.pool().decimal().toPlainString())
                  .and("paying", done.paying().decimal().toPlainString()),
              "In the pool before: %s. %s: %s."
                  .formatted(done.pool(), plan ? "Due" : "Paid now", done.paying()));
          yield (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
        }
      };
    }
  }

  private static boolean show(Output output, SettleResult result) {
    String id = result.claim().hex();
    return switch (result) {
      case SettleResult.Due(Settlement settlement) -> {
        row(output, id, "due", settlement.total().toString());
        yield true;
      }
      case SettleResult.Queued(Settlement settlement) -> {
        row(output, id, "paid", settlement.total().toString());
        yield true;
      }
      case SettleResult.UnderWay underWay -> {
        row(output, id, "under way", "");
        yield true;
      }
      case SettleResult.NothingDue nothing -> {
        row(output, id, "nothing due", "");
        yield true;
      }
      case SettleResult.Refused(var claim, var fault) -> {
        output.fault(Row.of("claim", id), fault);
        yield false;
      }
      case SettleResult.NotReached notReached -> false;
    };
  }

  private static void row(Output output, String id, String state, String amount) {
    output.row(
        Row.of("claim", id).and("state", state).and("amount", amount),
        "%-11s %s  %s".formatted(state, id.substring(0, 16), amount));
  }
}
