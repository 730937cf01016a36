package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.MemberIds;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.ClaimOutcome;
import org.chartseal.services.claims.ClaimPlan;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.desk.ClaimOrder;
import org.chartseal.services.claims.desk.MakeOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal claim make}. */
@Command(
    name = "make",
    description = {
      "Makes a claim out of one of the hospital's own signed encounters.",
      "It has lines with codes, dates and prices, and for each line the elements that show it, with proof, and nothing else of the chart. It waits until it is submitted."
    },
    footer = {
      "",
      "Example:",
      "  chartseal claim make adan-delrio/2.N.0.2026.0.0 --member MHP-1001 --as st-mary"
    })
final class ClaimMakeCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ENTRY", description = "As 'chartseal record' names it.")
  private String entry = "";

  @Option(
      names = "--member",
      paramLabel = "ID",
      required = true,
      description = "The insurer's id of the patient.")
  private String member = "";

  @Option(
      names = "--insurer",
      paramLabel = "IDENTITY",
      description = "Who is billed.",
      defaultValue = "meridian")
  private String insurer = "";

  ClaimMakeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    NamedEntry name = NamedEntry.of(invocation, entry);
    Identity person = invocation.identity();
    Identity payer =
        new Identities(invocation.home())
            .find(insurer)
            .orElseThrow(() ->
                CommandFailure.usage("CS-USE-16", "This home knows no insurer '" + insurer + "'."));
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "make a claim");
        OrganisationSession session =
            new OrganisationSession(desk.organisation(), workspace.identity().pairs())) {
      Organisation billed =
          workspace
              .identity()
              .directory()
              .find(new OrganisationId(payer.organisation()))
              .orElseThrow(() ->
                  CommandFailure.usage(
                      "CS-USE-16", "This home knows no insurer '" + insurer + "'."));
      PatientCard card = name.card(desk).card();
      new MemberIds(workspace).require(member, billed.id(), name.patient(), card);
      ClaimOrder order = new ClaimOrder(card, name.own(desk), billed, member);
      return switch (workspace.claims().hospital().make(session, order)) {
        case MakeOutcome.Refused(var fault) -> {
          explain(session, order, workspace);
          throw CommandFailure.refused(fault);
        }
        case MakeOutcome.Drafted(ClaimFile claim, var leftOut) -> {
          show(claim, leftOut);
          yield ExitStatus.DONE.code();
        }
      };
    }
  }

  /** What cannot be explained now takes nothing from the refusal itself. */
  private void explain(OrganisationSession session, ClaimOrder order, Workspace workspace) {
    try {
      showNothing(workspace.claims().hospital().plan(session, order));
    } catch (RefusedException e) {
      // The refusal is said.
    }
  }

  /** Where nothing of the entry is left to bill: names each service of it, and why. */
  private void showNothing(ClaimPlan plan) {
    List<ClaimOutcome.LeftOut> leftOut = plan.leftOut();
    if (!plan.lines().isEmpty() || leftOut.isEmpty()) {
      return;
    }
    invocation
        .output()
        .row(
            Row.of("state", "nothing").and("leftOut", rows(leftOut)),
            "Nothing of this entry is left to bill.%n%s".formatted(words(leftOut)).stripTrailing());
  }

  private static List<Row> rows(List<ClaimOutcome.LeftOut> leftOut) {
    return leftOut.stream()
        .map(one ->
            Row.of("code", one.service().code().code())
                .and("reason", one.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
        .toList();
  }

  private static String words(List<ClaimOutcome.LeftOut> leftOut) {
    StringBuilder words = new StringBuilder();
    for (ClaimOutcome.LeftOut one : leftOut) {
      words.append(
          "  not billed: %s, %s: %s%n"
              .formatted(one.service().display(), one.service().day(), why(one.reason())));
    }
    return words.toString();
  }

  private static String why(ClaimOutcome.Reason reason) {
    return switch (reason) {
      case BILLED_BEFORE -> "it was billed before";
      case NOT_DONE -> "the record does not say that it was done";
      case NO_CHARGE -> "the price list has no price for it";
      case NOT_NAMED -> "the entry was signed without a name for it that a bill can use";
      case NO_ROOM -> "the claim is full; make another for the rest";
    };
  }

  private void show(ClaimFile claim, List<ClaimOutcome.LeftOut> leftOut) {
    Output output = invocation.output();
    List<Row> lines = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (ServiceLine line : claim.lines()) {
      lines.add(
          Row.of("sequence", line.sequence())
              .and("code", line.code().code())
              .and("date", line.day().toString())
              .and("billed", line.billed().decimal().toPlainString())
              .and("title", line.display())
              .and("shown", line.disclosure().leaves().size()));
      words.append(
          "  %d  %s  %-14s %10s  %s (%d elements shown)%n"
              .formatted(
                  line.sequence(),
                  line.day(),
                  line.code().code(),
                  line.billed(),
                  line.display(),
                  line.disclosure().leaves().size()));
    }
    words.append(words(leftOut));
    output.row(
        Row.of("claim", claim.claim().hex())
            .and("state", "draft")
            .and("total", claim.total().decimal().toPlainString())
            .and("currency", claim.currency().getCurrencyCode())
            .and("lines", lines)
            .and("leftOut", rows(leftOut)),
        "Claim %s, %s, waits to be submitted.%n%s"
            .formatted(ClaimNames.shown(claim.claim()), claim.total(), words));
  }
}
