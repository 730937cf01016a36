package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.claims.desk.ClaimsView;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;

/** What insurers explained to a patient: what was billed, decided and paid. */
final class PatientClaims {

  private final Workspace workspace;
  private final Output output;

  PatientClaims(Workspace workspace, Output output) {
    this.workspace = workspace;
    this.output = output;
  }

  /** Shows all of them; false if one is not proven. */
  boolean show(PatientDevice device) throws CommandFailure, RefusedException {
    ClaimsView view = workspace.claims().patients();
    List<RecordEntry> entries = new ArrayList<>();
    if (view.read(device.session(), output.progress(), entries::add)
        instanceof RecordOutcome.Failed(var fault)) {
      throw CommandFailure.environment(fault);
    }
    Map<RecordEntry, ClaimPayment> paid = view.payments(entries);
    boolean good = true;
    for (RecordEntry entry : entries) {
      Optional<ClaimPayment> payment = Optional.ofNullable(paid.get(entry));
      Optional<Decision> decision = view.decision(entry);
      if (decision.isPresent()) {
        explained(entry, decision.get(), payment);
      } else {
        unexplained(entry);
      }
      good &= entry.isProven();
    }
    if (entries.isEmpty()) {
      output.hint("No insurer has explained a bill to you.");
    }
    return good;
  }

  private void explained(RecordEntry entry, Decision decision, Optional<ClaimPayment> payment) {
    ClaimFile claim = decision.inputs().claim().file();
    String state = payment.isPresent() ? "paid" : "decided";
    output.row(
        PaymentRows.add(
            head(entry)
                .and("claim", claim.claim().hex())
                .and("state", state)
                .and("hospital", claim.hospital().number())
                .and("total", claim.total().decimal().toPlainString())
                .and("lines", DecisionRows.lines(decision))
                .and("rulings", DecisionRows.rulings(decision)),
            payment),
        "%-9s %s  %s billed by %s%n          explained by %s, %s%n%s%s"
            .formatted(
                state,
                ClaimNames.shown(claim.claim()),
                claim.total(),
                name(claim.hospital()),
                said(entry, EntryDescription::authorName),
                verdict(entry),
                DecisionRows.words(decision),
                PaymentRows.words(payment)));
  }

  /** What cannot be relied on is shown as what it is, without what it says of amounts. */
  private void unexplained(RecordEntry entry) {
    output.row(
        head(entry),
        "%-9s %s  %s, %s: it cannot be relied on for amounts"
            .formatted(
                verdict(entry),
                said(entry, EntryDescription::date),
                said(entry, EntryDescription::title),
                said(entry, EntryDescription::authorName)));
  }

  private static Row head(RecordEntry entry) {
    return Row.of("kind", said(entry, one -> one.kind().code()))
        .and("date", said(entry, EntryDescription::date))
        .and("author", said(entry, EntryDescription::authorName))
        .and("title", said(entry, EntryDescription::title))
        .and("verdict", verdict(entry));
  }

  private String name(OrganisationId organisation) {
    return workspace
        .identity()
        .directory()
        .find(organisation)
        .map(known -> known.name())
        .orElse("organisation " + organisation.number());
  }

  private static String said(RecordEntry entry, Function<EntryDescription, String> what) {
    return entry.description().map(what).orElse("");
  }

  private static String verdict(RecordEntry entry) {
    return entry.verdict().grade().name().toLowerCase(Locale.ROOT);
  }
}
