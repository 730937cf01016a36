package org.chartseal.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.PackFile;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.OfferedPack;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.PackTrial;
import org.chartseal.services.claims.TrialReport;
import org.chartseal.services.claims.TriedLine;
import org.chartseal.services.claims.TriedLine.Effect;
import org.chartseal.services.claims.desk.InboxOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.SignatureVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chartseal rules try}. */
@Command(
    name = "try",
    description = {
      "Tries a rule pack on every claim that the insurer decided, and says what would change.",
      "Nothing is signed, kept or paid."
    },
    footer = {
      "",
      "Examples:",
      "  chartseal rules try ~/packs/2027.rulepack --as meridian",
      "  chartseal rules try ~/packs/2027/ --as meridian"
    })
final class RulesTryCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PACK",
      description = "A signed .rulepack file, an archive, or a folder of a pack's tables.")
  private Path pack = Path.of("");

  RulesTryCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.insurer();
    Output output = invocation.output();
    try (Workspace workspace = invocation.open()) {
      SignatureVerifier verifier = workspace.crypto().verifier();
      OfferedPack offered = new PackFile(verifier).read(pack);
      TrialReport report =
          new PackTrial(verifier, offered.pack())
              .run(decided(workspace, person, output), output.progress());
      for (TriedLine line : report.changed()) {
        show(output, line);
      }
      for (TrialReport.NotTried one : report.notTried()) {
        output.fault(Row.of("claim", one.claim().hex()), one.fault());
      }
      sum(output, offered, report);
      boolean whole = report.notTried().isEmpty() && report.notReached() == 0;
      return (whole ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }
  }

  private List<Decision> decided(Workspace workspace, Identity person, Output output)
      throws Exception {
    try (Desk desk = Desk.open(workspace, invocation.keyring(), person, "try the rules");
        OrganisationSession session =
            new OrganisationSession(desk.organisation(), workspace.identity().pairs())) {
      return switch (workspace.claims().payer().inbox(session, output.progress())) {
        case InboxOutcome.Failed(var fault) -> throw CommandFailure.refused(fault);
        case InboxOutcome.Read(var claims) ->
            claims.stream().map(ReceivedClaim::decision).flatMap(Optional::stream).toList();
      };
    }
  }

  private static void show(Output output, TriedLine line) {
    output.row(
        Row.of("claim", line.claim().hex())
            .and("sequence", line.line().sequence())
            .and("effect", word(line.effect()))
            .and("outcomeBefore", word(line.before().outcome()))
            .and("outcomeAfter", word(line.after().outcome()))
            .and("payerBefore", plain(line.before()))
            .and("payerAfter", plain(line.after()))
            .and("rule", line.after().rule().rule())
            .and("citation", line.after().rule().citation())
            .and("explanation", line.after().explanation()),
        "%-13s %s  %d %s%n  %s, plan's part %s; would be %s, plan's part %s%n  %s%n  rule %s, %s"
            .formatted(
                word(line.effect()),
                ClaimNames.shown(line.claim()),
                line.line().sequence(),
                line.line().display(),
                word(line.before().outcome()),
                line.before().amounts().payer(),
                word(line.after().outcome()),
                line.after().amounts().payer(),
                line.after().explanation(),
                line.after().rule().rule(),
                line.after().rule().citation()));
  }

  private static void sum(Output output, OfferedPack offered, TrialReport report) {
    Row row =
        Row.of("pack", report.pack().id())
            .and("version", report.pack().version())
            .and("digest", report.pack().digest().hex())
            .and("signatureHolds", offered.signature().isPresent())
            .and("claims", report.claims())
            .and("tried", report.tried())
            .and("notTried", report.notTried().size())
            .and("notReached", report.notReached())
            .and("lines", report.linesTried());
    List<String> effects = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      row = row.and(effect.name().toLowerCase(Locale.ROOT), report.count(effect));
      effects.add(report.count(effect) + " " + word(effect));
    }
    TrialReport.Sums sums = report.sums();
    output.row(
        row.and("payerBefore", sums.payerBefore().decimal().toPlainString())
            .and("payerAfter", sums.payerAfter().decimal().toPlainString())
            .and("patientBefore", sums.patientBefore().decimal().toPlainString())
            .and("patientAfter", sums.patientAfter().decimal().toPlainString()),
        "%s %s, %s, tried. Nothing was signed, kept or paid.%nClaims: %d = %d tried + %d not tried + %d not reached%nLines: %d = %s%nAs decided, the plan's part is %s, and would be %s; the patients' part is %s, and would be %s.%nDeductibles stand as each claim found them."
            .formatted(
                report.pack().id(),
                report.pack().version(),
                offered.signature().isPresent()
                    ? "signed by a key that is not known here"
                    : "not signed",
                report.claims(),
                report.tried(),
                report.notTried().size(),
                report.notReached(),
                report.linesTried(),
                String.join(" + ", effects),
                sums.payerBefore(),
                sums.payerAfter(),
                sums.patientBefore(),
                sums.patientAfter()));
  }

  private static String plain(LineDecision line) {
    return line.amounts().payer().decimal().toPlainString();
  }

  private static String word(Effect effect) {
    return switch (effect) {
      case UNCHANGED -> "unchanged";
      case APPROVE -> "newly approved";
      case DENY -> "newly denied";
      case PERSON -> "left to a person";
      case MORE -> "pays more";
      case LESS -> "pays less";
      case OTHERWISE -> "shared otherwise";
    };
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
