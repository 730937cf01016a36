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
import org.chartseal.services.claims.desk.ClaimStanding;
import org.chartseal.services.claims.desk.ClaimState;
import org.chartseal.services.claims.desk.InboxOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.EntryDescription;
import picocli.CommandLine.Command;

/** {@code chartseal claim list}. */
@Command(
    name = "list",
    description = {
      "A hospital's own claims and how far they are, an insurer's received ones,",
      "or the explanations of benefit in a patient's own record."
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
        gaps.forEach(output::hint);
        yield gaps.isEmpty();
      }
    };
  }

  private void show(Workspace workspace, ClaimStanding standing) throws Exception {
    DecisionFiles files = new DecisionFiles(workspace.home());
    ClaimFile claim = standing.claim();
    switch (standing.state()) {
      case ClaimState.Draft draft -> row(claim, "draft", "", Optional.empty(), Optional.empty());
      case ClaimState.Sent(var state) ->
          row(claim, state.name().toLowerCase(Locale.ROOT), "", Optional.empty(), Optional.empty());
      case ClaimState.Final(var at, var doubt) ->
          row(claim, "received", "", Optional.empty(), Optional.empty());
      case ClaimState.Decided(var decision, var file, var at, var doubt) ->
          row(
              claim,
              "decided",
              doubt.orElse(""),
              Optional.of(decision),
              Optional.of(files.write(claim.claim(), file)));
      case ClaimState.Paid(var decision, var file, var paid, var reversed) ->
          row(
              claim,
              "paid",
              paid + (reversed.isZero() ? "" : ", given back " + reversed),
              Optional.of(decision),
              Optional.of(files.write(claim.claim(), file)));
    }
  }

  private void row(
      ClaimFile claim,
      String state,
      String remark,
      Optional<Decision> decision,
      Optional<Path> file) {
    Row row =
        Row.of("claim", claim.claim().hex())
            .and("insurer", claim.insurer().number())
            .and("state", state)
            .and("total", claim.total().decimal().toPlainString())
            .and("remark", remark)
            .and("file", file.map(Path::toString).orElse(""));
    StringBuilder words =
        new StringBuilder(
            "%-9s %s  %s  %s"
                .formatted(state, claim.claim().hex().substring(0, 16), claim.total(), remark));
    if (decision.isPresent()) {
      row = row.and("lines", DecisionRows.lines(decision.get()));
      words.append(System.lineSeparator()).append(DecisionRows.words(decision.get()));
    }
    file.ifPresent(path -> words.append("  decision file: ").append(path));
    invocation.output().row(row, words.toString());
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
                "open      %s  %s from %s".formatted(id, total, claim.hospital().name()));
        yield true;
      }
      case ReceivedClaim.Standing.Decided(var decision, var inOutbox) -> {
        invocation
            .output()
            .row(
                row.and("state", "decided").and("lines", DecisionRows.lines(decision)),
                "decided   %s  %s from %s%n%s"
                    .formatted(id, total, claim.hospital().name(), DecisionRows.words(decision)));
        yield true;
      }
      case ReceivedClaim.Standing.Refused(var fault) -> {
        invocation.output().fault(row, fault);
        yield false;
      }
    };
  }

  private boolean explained(Workspace workspace, Identity person) throws Exception {
    Output output = invocation.output();
    try (PatientDevice device =
        PatientDevice.open(workspace, invocation.keyring(), person, "see what was billed")) {
      RecordOutcome outcome =
          workspace
              .claims()
              .patients()
              .read(device.session(), output.progress(), entry -> show(workspace, entry));
      if (outcome instanceof RecordOutcome.Failed(var fault)) {
        throw CommandFailure.environment(fault);
      }
      return true;
    }
  }

  private void show(Workspace workspace, RecordEntry entry) {
    String verdict = entry.verdict().grade().name().toLowerCase(Locale.ROOT);
    String title = entry.description().map(EntryDescription::title).orElse("");
    String author = entry.description().map(EntryDescription::authorName).orElse("");
    String date = entry.description().map(EntryDescription::date).orElse("");
    String text = EntryText.of(workspace.clinical().viewer(), entry);
    invocation
        .output()
        .row(
            Row.of("kind", entry.description().map(one -> one.kind().code()).orElse(""))
                .and("date", date)
                .and("author", author)
                .and("title", title)
                .and("verdict", verdict)
                .and("text", text),
            "%-9s %s  %s, %s%n%s".formatted(verdict, date, title, author, text));
  }
}
