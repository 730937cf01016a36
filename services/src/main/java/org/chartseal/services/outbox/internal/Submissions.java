package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.ledger.RetractLeaf;
import org.chartseal.services.ledger.RunLeaf;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.outbox.ActHandler;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.internal.Parcels.Parcel;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RecoverableSignature;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;

/**
 * Makes the transaction of a parcel from what was signed. Trees of statements are kept for one
 * pass.
 */
final class Submissions {

  @SuppressWarnings("ArrayRecordComponent") // opaque, never compared
  private record ActBytes(String kind, byte[] payload) {}

  private final Database database;
  private final Deployment deployment;
  private final Map<String, ActHandler> handlers = new HashMap<>();
  private final Map<Long, MerkleTree> trees = new HashMap<>();

  Submissions(Database database, Deployment deployment, List<ActHandler> handlers) {
    this.database = database;
    this.deployment = deployment;
    handlers.forEach(handler -> this.handlers.put(handler.kind().name(), handler));
  }

  /**
   * Empty when nobody knows how to make it.
   *
   * @param jobs which of its jobs are to be sent; a run is sent whole all the same
   */
  Optional<Submission> of(Parcel parcel, List<JobId> jobs) {
    return database.read(tx ->
        switch (parcel.kind()) {
          case ANCHOR_RUN -> Optional.of(anchorRun(tx, parcel));
          case RETRACT_RUN -> Optional.of(retractRun(tx, parcel));
          case PATIENT_ANCHORS -> Optional.of(new Submission.PatientAnchors(patients(tx, jobs)));
          case PATIENT_RETRACTIONS ->
              Optional.of(new Submission.PatientRetractions(patients(tx, jobs)));
          case ACT -> act(tx, jobs.getFirst());
        });
  }

  private Submission anchorRun(Tx tx, Parcel parcel) throws SQLException {
    SignedStatement signed = Batches.statement(tx, parcel.batch(), deployment);
    OrganisationId organisation = signed.statement().organisation();
    List<EntryReference> entries = Batches.entries(tx, parcel.batch());
    MerkleTree tree =
        trees.computeIfAbsent(parcel.batch(), batch -> MerkleTree.ofEntries(organisation, entries));
    List<RunLeaf> leaves =
        run(entries, parcel.run()).stream()
            .map(entry -> new RunLeaf(entry.slot(), entry.manifestDigest(), entry.contentRoot()))
            .toList();
    return new Submission.AnchorRun(signed, parcel.run(), leaves, tree.run(parcel.run()).path());
  }

  private Submission retractRun(Tx tx, Parcel parcel) throws SQLException {
    List<RetractLeaf> all = Batches.retractions(tx, parcel.batch());
    MerkleTree tree =
        trees.computeIfAbsent(
            parcel.batch(),
            batch -> MerkleTree.of(all.stream().map(Signing::retractLeaf).toList()));
    return new Submission.RetractRun(
        Batches.statement(tx, parcel.batch(), deployment),
        parcel.run(),
        run(all, parcel.run()),
        tree.run(parcel.run()).path());
  }

  private static <T> List<T> run(List<T> leaves, int run) {
    int from = run * Statement.RUN;
    return List.copyOf(leaves.subList(from, Math.min(from + Statement.RUN, leaves.size())));
  }

  private static List<PatientAnchor> patients(Tx tx, List<JobId> jobs) throws SQLException {
    List<PatientAnchor> anchors = new ArrayList<>();
    for (JobId job : jobs) {
      anchors.add(
          tx.one(
                  "SELECT manifest, root, not_after, v, r, s FROM jobs WHERE id = ?",
                  row ->
                      new PatientAnchor(
                          row.hash(1),
                          row.hash(2),
                          row.time(3),
                          new RecoverableSignature((int) row.integer(4), row.hash(5), row.hash(6))),
                  job.value())
              .orElseThrow());
    }
    return anchors;
  }

  private Optional<Submission> act(Tx tx, JobId job) throws SQLException {
    ActBytes act =
        tx.one(
                "SELECT act, payload FROM jobs WHERE id = ?",
                row -> new ActBytes(row.text(1), row.bytes(2)),
                job.value())
            .orElseThrow();
    return Optional.ofNullable(handlers.get(act.kind()))
        .map(handler -> handler.submission(act.payload()));
  }
}
