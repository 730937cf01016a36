package org.chartseal.services.claims.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.claims.desk.internal.Decisions;
import org.chartseal.services.claims.desk.internal.PaymentBook;
import org.chartseal.services.claims.desk.internal.Payments;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.consent.Relations;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/** What insurers told a patient: the explanations of benefit in their own record. */
public final class ClaimsView {

  private static final Fault UNKNOWN =
      new Fault(
          "CS-EOB-01",
          "The network's directory does not know an organisation of the patient's index. Update the directory, then try again.");

  private final RecordReader reader;
  private final Relations relations;
  private final Directory directory;
  private final InstantSource clock;
  private final Decisions decisions;
  private final Payments payments;

  public ClaimsView(
      RecordReader reader,
      Relations relations,
      Directory directory,
      InstantSource clock,
      ClaimNetwork network) {
    this.reader = reader;
    this.relations = relations;
    this.directory = directory;
    this.clock = clock;
    this.decisions = new Decisions(network.verifier());
    this.payments = new Payments(network.ledger(), network.settlement());
  }

  /**
   * Reads what the organisations in the patient's index wrote into the class of claims, since the
   * patient has a card.
   *
   * @param sink takes each entry with its verdict
   * @throws RefusedException if the index cannot be read, or the device does not agree
   */
  public RecordOutcome read(PatientSession session, Progress progress, Consumer<RecordEntry> sink)
      throws RefusedException {
    int from = ClaimEntries.year(session.patient().card().issuedAt());
    int to = ClaimEntries.year(clock.instant());
    List<StreamAccess> streams = new ArrayList<>();
    try {
      for (OrganisationId id : relations.read(session)) {
        Organisation organisation =
            directory.find(id).orElseThrow(() -> new RefusedException(UNKNOWN));
        PairStreams pair = session.with(organisation);
        streams.addAll(
            ClaimEntries.years(
                from, to, year -> pair.stream(id, SensitivityClass.CLAIMS, 0, year)));
      }
      return reader.read(session.self().patient(), streams, progress, sink);
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  /**
   * What is proven to be paid for the claims that explanations are about.
   *
   * @param explanations as they were read; what is not proven, or holds no decision, is left out
   * @return by explanation
   * @throws RefusedException if the chain cannot be read
   */
  public Map<RecordEntry, ClaimPayment> payments(Collection<RecordEntry> explanations)
      throws RefusedException {
    Map<RecordEntry, Decision> decided = new HashMap<>();
    for (RecordEntry entry : explanations) {
      decision(entry).ifPresent(decision -> decided.put(entry, decision));
    }
    PaymentBook book = payments.book(decided.values());
    Map<RecordEntry, ClaimPayment> paid = new HashMap<>();
    decided.forEach(
        (entry, decision) -> book.of(decision).ifPresent(payment -> paid.put(entry, payment)));
    return paid;
  }

  /** The decision that a proven explanation holds; empty if it holds none of its insurer's. */
  public Optional<Decision> decision(RecordEntry entry) {
    if (!entry.isProven() || entry.description().isEmpty() || entry.content().isEmpty()) {
      return Optional.empty();
    }
    try {
      Decision decision = decisions.in(entry.description().get(), entry.content().get()).decision();
      return Optional.of(decision)
          .filter(made -> made.inputs().claim().file().insurer().equals(entry.where().writer()));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
