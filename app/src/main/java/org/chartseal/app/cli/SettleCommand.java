package org.chartseal.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.Settlement;
import org.chartseal.services.claims.desk.InboxOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.SettleOutcome;
import org.chartseal.services.claims.desk.SettleResult;
import org.chartseal.services.seal.Hash32;
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
    Identity person = invocation.insurer();
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
            sending.finish(desk, output);
          }
          Undue undue = undue(workspace, session, done);
          boolean good = true;
          for (SettleResult result : done.results()) {
            good &= show(output, result, undue);
          }
          String why = nothingElse(done) ? undue.words() : "";
          output.row(
              Row.of("pool", done.pool().decimal().toPlainString())
                  .and("paying", done.paying().decimal().toPlainString())
                  .and("reason", why),
              why.isEmpty()
                  ? "In the pool before: %s. %s: %s."
                      .formatted(done.pool(), plan ? "Due" : "Paid now", done.paying())
                  : "%s%nIn the pool: %s.".formatted(why, done.pool()));
          yield (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
        }
      };
    }
  }

  /** Whether it came to nothing, and nothing was refused or is under way that would explain it. */
  private static boolean nothingElse(SettleOutcome.Done done) {
    return done.results().stream().allMatch(SettleResult.NothingDue.class::isInstance);
  }

  /** Read only when there is something to explain. */
  private Undue undue(Workspace workspace, OrganisationSession session, SettleOutcome.Done done) {
    boolean asked =
        nothingElse(done)
            || done.results().stream().anyMatch(SettleResult.NothingDue.class::isInstance);
    return asked
            && workspace.claims().payer().inbox(session, invocation.output().progress())
                instanceof InboxOutcome.Read(var received)
        ? new Undue(received)
        : new Undue(List.of());
  }

  private static boolean show(Output output, SettleResult result, Undue undue) {
    Hash32 id = result.claim();
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
        String why = undue.of(id);
        output.row(
            Row.of("claim", id.hex())
                .and("state", "nothing due")
                .and("amount", "")
                .and("reason", why),
            "nothing due %s  %s".formatted(ClaimNames.shown(id), why));
        yield true;
      }
      case SettleResult.Refused(var claim, var fault) -> {
        output.fault(Row.of("claim", id.hex()), fault);
        yield false;
      }
      case SettleResult.NotReached notReached -> false;
    };
  }

  private static void row(Output output, Hash32 id, String state, String amount) {
    output.row(
        Row.of("claim", id.hex()).and("state", state).and("amount", amount),
        "%-11s %s%s".formatted(state, ClaimNames.shown(id), amount.isEmpty() ? "" : "  " + amount));
  }
}
