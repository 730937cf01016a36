package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.internal.Flight.Target;
import org.chartseal.services.outbox.internal.LookStep.Sight;
import org.chartseal.services.outbox.internal.Parcels.Parcel;
import org.chartseal.services.outbox.internal.Tally.Move;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/**
 * Sends what is stored, in order, and provably not on chain yet. The attempt is noted before it is
 * made, so that after a crash the transaction is waited for before it is sent again; if both come
 * through, the contract skips the second.
 */
final class SubmitStep {

  private final Database database;
  private final Relay relay;
  private final Submissions submissions;
  private final DrainSettings settings;
  private final RandomGenerator random;

  SubmitStep(
      Database database,
      Relay relay,
      Submissions submissions,
      DrainSettings settings,
      RandomGenerator random) {
    this.database = database;
    this.relay = relay;
    this.submissions = submissions;
    this.settings = settings;
    this.random = random;
  }

  void run(Sight sight, Instant now, Tally tally) {
    Map<Long, List<JobId>> parcels = database.write(tx -> parcels(tx, sight, now));
    for (Map.Entry<Long, List<JobId>> parcel : parcels.entrySet()) {
      if (tally.networkFailed() || !tally.goOn("Sending")) {
        return;
      }
      send(parcel.getKey(), parcel.getValue(), sight.at().number(), now, tally);
    }
  }

  /** The parcels that can be sent, each with its jobs that are to be anchored by it. */
  private Map<Long, List<JobId>> parcels(Tx tx, Sight sight, Instant now) throws SQLException {
    Map<Long, List<JobId>> parcels = new LinkedHashMap<>();
    Map<ParcelKind, List<JobId>> loose = new LinkedHashMap<>();
    for (Flight flight : Flights.ready(tx, sight.at().number(), now)) {
      if (!sight.vacant().contains(flight.id())) {
        continue;
      }
      if (flight.parcel() == 0) {
        loose.computeIfAbsent(kindOf(flight), kind -> new ArrayList<>()).add(flight.id());
      } else {
        parcels.computeIfAbsent(flight.parcel(), id -> new ArrayList<>()).add(flight.id());
      }
    }
    for (Map.Entry<Long, List<JobId>> parcel : List.copyOf(parcels.entrySet())) {
      if (!isWhole(tx, parcel.getKey(), parcel.getValue())) {
        parcels.remove(parcel.getKey());
      }
    }
    for (Map.Entry<ParcelKind, List<JobId>> group : loose.entrySet()) {
      parcels.putAll(pack(tx, group.getKey(), group.getValue()));
    }
    return parcels;
  }

  /** A run goes as a whole: none of its jobs may wait for something else. */
  private static boolean isWhole(Tx tx, long parcel, List<JobId> ready) throws SQLException {
    ParcelKind kind = Parcels.find(tx, parcel).orElseThrow().kind();
    if (kind != ParcelKind.ANCHOR_RUN && kind != ParcelKind.RETRACT_RUN) {
      return true;
    }
    return Parcels.jobs(tx, parcel, JobState.SIGNED).isEmpty()
        && ready.containsAll(Parcels.jobs(tx, parcel, JobState.STORED));
  }

  private static ParcelKind kindOf(Flight flight) {
    return switch (flight.target()) {
      case Target.Entry entry ->
          requirePatients(entry.slot().organisation(), ParcelKind.PATIENT_ANCHORS);
      case Target.Retraction it ->
          requirePatients(it.slot().organisation(), ParcelKind.PATIENT_RETRACTIONS);
      case Target.Act act -> ParcelKind.ACT;
    };
  }

  private static ParcelKind requirePatients(OrganisationId organisation, ParcelKind kind) {
    if (!organisation.equals(OrganisationId.PATIENTS)) {
      throw new IllegalStateException("an organisation's signed job belongs to a run");
    }
    return kind;
  }

  /** Patients' jobs share transactions in no order that tells anything; an act goes alone. */
  private Map<Long, List<JobId>> pack(Tx tx, ParcelKind kind, List<JobId> jobs)
      throws SQLException {
    Collections.shuffle(jobs, Random.from(random));
    int together = kind == ParcelKind.ACT ? 1 : settings.patientsTogether();
    Map<Long, List<JobId>> packed = new LinkedHashMap<>();
    for (int from = 0; from < jobs.size(); from += together) {
      List<JobId> share = jobs.subList(from, Math.min(from + together, jobs.size()));
      long parcel = Parcels.add(tx, kind);
      for (JobId job : share) {
        tx.update("UPDATE jobs SET parcel = ? WHERE id = ?", parcel, job.value());
      }
      packed.put(parcel, share);
    }
    return packed;
  }

  private void send(long id, List<JobId> jobs, long height, Instant now, Tally tally) {
    Parcel parcel = database.read(tx -> Parcels.find(tx, id)).orElseThrow();
    Optional<Submission> submission = submissions.of(parcel, jobs);
    if (submission.isEmpty()) {
      tally.obstacle(OutboxFaults.NO_HANDLER);
      return;
    }
    database.write(tx -> {
      Parcels.trying(tx, id, now, height);
      return true;
    });
    switch (relay.submit(submission.get())) {
      case SubmitOutcome.Submitted(Hash32 transaction) -> sent(id, transaction, jobs, tally);
      case SubmitOutcome.Unknown(Hash32 transaction, Fault fault) -> {
        // Its receipt is asked for until it is there, or given up.
        sent(id, transaction, jobs, tally);
        tally.networkFailure(fault);
      }
      case SubmitOutcome.Rejected(Fault fault) -> {
        tally.obstacle(fault);
        tally.count(Move.FAILED, database.write(tx -> Parcels.refused(tx, id, height, fault)));
      }
      case SubmitOutcome.Unavailable(Fault fault) -> {
        database.write(tx -> Parcels.forget(tx, id));
        tally.networkFailure(fault);
      }
    }
  }

  private void sent(long id, Hash32 transaction, List<JobId> jobs, Tally tally) {
    database.write(tx -> {
      Parcels.sent(tx, id, transaction, jobs);
      return true;
    });
    tally.count(Move.SUBMITTED, jobs.size());
  }
}
