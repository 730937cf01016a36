package org.chartseal.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.DecisionFiles;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.desk.ClaimListOutcome;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.claims.desk.ClaimStanding;
import org.chartseal.services.claims.desk.ClaimState;
import org.chartseal.services.claims.desk.InboxOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.record.Doubt;
import picocli.CommandLine.Command;

/** {@code chartseal claim list}. */
@Command(
    name = "list",
    description = {
      "Lists claims, how far they are, and what was decided and paid.",
      "A hospital sees those that it made, an insurer those that it received, and patients what insurers explained to them."
    },
    footer = {
      "",
      "Example:",
      "  chartseal claim list --as st-mary",
      "  chartseal claim list --as meridian",
      "  chartseal claim list --as adan-delrio"
    })
final class ClaimListCommand implements Callable<Integer> {

  private final Invocation invocation;

  ClaimListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    try (Workspace workspace = invocation.open()) {
      boolean good =
          person.role() == IdentityRole.PATIENT
              ? explained(workspace, person)
              : organisations(workspace, person);
      return (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }
  }

  private boolean organisations(Workspace workspace, Identity person) throws Exception {
    try (Desk desk = Desk.open(workspace, invocation.keyring(), person, "see the claims");
        OrganisationSession session =
            new OrganisationSession(desk.organisation(), workspace.identity().pairs())) {
      return person.role() == IdentityRole.INSURER
          ? received(workspace, session)
          : made(workspace, session);
    }
  }

  private boolean made(Workspace workspace, OrganisationSession session) throws Exception {
    Output output = invocation.output();
    return switch (workspace.claims().hospital().list(session, output.progress())) {
      case ClaimListOutcome.Failed(var fault) -> throw CommandFailure.refused(fault);
      case ClaimListOutcome.Listed(var claims, var gaps) -> {
        for (ClaimStanding standing : claims) {
          show(workspace, standing);
        }
        gaps.forEach(gap -> output.hint(gap.sentence()));
        if (claims.isEmpty()) {
          output.hint("No claim was made yet.");
        }
        yield gaps.isEmpty();
      }
    };
  }

  private void show(Workspace workspace, ClaimStanding standing) throws Exception {
    DecisionFiles files = new DecisionFiles(workspace.home());
    ClaimFile claim = standing.claim();
    switch (standing.state()) {
      case ClaimState.Draft draft -> row(claim, "draft");
      case ClaimState.Sent(var state) -> row(claim, state.name().toLowerCase(Locale.ROOT));
      case ClaimState.Final(var at, var doubt) -> row(claim, "received");
      case ClaimState.Decided(var decision, var file, var at, var doubt) ->
          row(
              claim,
              "decided",
              doubt.map(Doubt::sentence).orElse(""),
              decision,
              Optional.empty(),
              files.write(claim.claim(), file));
      case ClaimState.Paid(var decision, var file, var payment) ->
          row(
              claim,
              "paid",
              PaymentRows.amounts(payment),
              decision,
              Optional.of(payment),
              files.write(claim.claim(), file));
    }
  }

  private void row(ClaimFile claim, String state) {
    invocation.output().row(head(claim, state, ""), words(claim, state, ""));
  }

  private void row(
      ClaimFile claim,
      String state,
      String remark,
      Decision decision,
      Optional<ClaimPayment> payment,
      Path file) {
    Row row =
        PaymentRows.add(
            head(claim, state, remark)
                .and("file", file.toString())
                .and("lines", DecisionRows.lines(decision))
                .and("rulings", DecisionRows.rulings(decision)),
            payment);
    invocation
        .output()
        .row(
            row,
            "%s%n%s%s  decision file: %s"
                .formatted(
                    words(claim, state, remark),
                    DecisionRows.words(decision),
                    PaymentRows.words(payment),
                    file));
  }

  private static Row head(ClaimFile claim, String state, String remark) {
    return Row.of("claim", claim.claim().hex())
        .and("insurer", claim.insurer().number())
        .and("state", state)
        .and("total", claim.total().decimal().toPlainString())
        .and("remark", remark);
  }

  private static String words(ClaimFile claim, String state, String remark) {
    return "%-9s %s  %s%s"
        .formatted(
            state,
            ClaimNames.shown(claim.claim()),
            claim.total(),
            remark.isEmpty() ? "" : "  " + remark);
  }

  private boolean received(Workspace workspace, OrganisationSession session) throws Exception {
    Output output = invocation.output();
    return switch (workspace.claims().payer().inbox(session, output.progress())) {
      case InboxOutcome.Failed(var fault) -> throw CommandFailure.refused(fault);
      case InboxOutcome.Read(var claims) -> {
        boolean good = true;
        for (ReceivedClaim claim : claims) {
          good &= show(claim);
        }
        if (claims.isEmpty()) {
          output.hint("No claim was received yet.");
        }
        yield good;
      }
    };
  }

  private boolean show(ReceivedClaim claim) {
    String id = claim.id().map(hash -> hash.hex()).orElse("");
    String total = claim.claim().map(submitted -> submitted.file().total().toString()).orElse("");
    Row row =
        Row.of("claim", id)
            .and("hospital", claim.hospital().id().number())
            .and("received", claim.receivedAt().toString())
            .and("total", total);
    return switch (claim.standing()) {
      case ReceivedClaim.Standing.Open open -> {
        invocation
            .output()
            .row(
                row.and("state", "open"),
                "open      %s  %s from %s"
                    .formatted(
                        claim.id().map(ClaimNames::shown).orElse(""),
                        total,
                        claim.hospital().name()));
        yield true;
      }
      case ReceivedClaim.Standing.Decided(var decision, var inOutbox) -> {
        decided(claim, row.and("state", "decided"), decision, Optional.empty());
        yield true;
      }
      case ReceivedClaim.Standing.Paid(var decision, var payment) -> {
        decided(claim, row.and("state", "paid"), decision, Optional.of(payment));
        yield true;
      }
      case ReceivedClaim.Standing.Refused(var fault) -> {
        invocation
            .output()
            .fault(
                Row.of("claim", id).and("from", claim.hospital().name()).and("total", total),
                fault);
        yield false;
      }
    };
  }

  private void decided(
      ReceivedClaim claim, Row row, Decision decision, Optional<ClaimPayment> payment) {
    invocation
        .output()
        .row(
            PaymentRows.add(
                row.and("lines", DecisionRows.lines(decision))
                    .and("rulings", DecisionRows.rulings(decision)),
                payment),
            "%-9s %s  %s from %s%n%s%s"
                .formatted(
                    payment.isPresent() ? "paid" : "decided",
                    ClaimNames.shown(decision.inputs().claim().file().claim()),
                    decision.inputs().claim().file().total(),
                    claim.hospital().name(),
                    DecisionRows.words(decision),
                    PaymentRows.words(payment)));
  }

  private boolean explained(Workspace workspace, Identity person) throws Exception {
    try (PatientDevice device =
        PatientDevice.open(workspace, invocation.keyring(), person, "see what was billed")) {
      return new PatientClaims(workspace, invocation.output()).show(device);
    }
  }
}
