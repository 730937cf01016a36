package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.outbox.EnqueueOutcome;
import org.chartseal.services.outbox.EnqueueOutcome.Accepted;
import org.chartseal.services.outbox.EnqueueOutcome.Refused;
import org.chartseal.services.outbox.EntryRequest;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.LaneHead;
import org.chartseal.services.outbox.LaneHeads;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.LaneUse;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.outbox.Position.Predecessor;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.outbox.SealedDraft;
import org.chartseal.services.outbox.Sealing;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.SealedEntry;

/**
 * Takes sealed entries in. Sealing runs before the transaction, because it may ask for a PIN; the
 * transaction checks that the places are still free, and takes them together with the bytes. So no
 * place is ever taken without its entry.
 */
final class Enqueuing {

  private static final int ATTEMPTS = 30;

  private final Database database;
  private final InstantSource clock;

  Enqueuing(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Where the bytes go once they are sealed. */
  private interface Destination {
    /** The places, as they are now; none when the entry that is there has followers. */
    Allocation offer(Tx tx) throws SQLException;

    /**
     * The jobs that get the bytes, which leave the places that they had; none when they went on by
     * themselves meanwhile.
     */
    List<JobId> jobs(Tx tx) throws SQLException;
  }

  EnqueueOutcome enqueue(List<EntryRequest> requests, LaneHeads heads, Sealing sealing) {
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("nothing is asked for");
    }
    List<LaneKey> lanes = requests.stream().map(EntryRequest::lane).toList();
    Map<LaneKey, LaneHead> proven = new HashMap<>();
    for (EntryRequest request : requests) {
      LaneKey lane = request.lane();
      if (proven.containsKey(lane) || (request.use() == LaneUse.OWN && isSure(lane))) {
        continue;
      }
      switch (heads.head(lane)) {
        case LaneHeads.Outcome.Proven(LaneHead head) -> proven.put(lane, head);
        case LaneHeads.Outcome.Unknown(var fault) -> {
          return new Refused(fault);
        }
      }
    }
    return seal(
        sealing,
        new Destination() {
          @Override
          public Allocation offer(Tx tx) throws SQLException {
            return Allocation.next(tx, lanes, proven);
          }

          @Override
          public List<JobId> jobs(Tx tx) throws SQLException {
            List<JobId> jobs = new ArrayList<>();
            for (EntryRequest request : requests) {
              jobs.add(Jobs.addEntry(tx, request, clock.instant()));
            }
            return jobs;
          }
        });
  }

  EnqueueOutcome reseal(JobId id, LaneKey lane, LaneHeads heads, Sealing sealing) {
    Optional<Queued> found = database.read(tx -> Jobs.find(tx, id));
    if (found.isEmpty() || !(found.get() instanceof QueuedEntry entry)) {
      return new Refused(OutboxFaults.GONE);
    }
    if (!lane.writer().equals(entry.lane().writer())) {
      throw new IllegalArgumentException("an entry stays its writer's");
    }
    return switch (entry.job().state()) {
      case MOVED -> resealForNextPlace(entry, lane, heads, sealing);
      case DRAFT ->
          lane.equals(entry.lane())
              ? resealInPlace(entry, sealing)
              : resealForNextPlace(entry, lane, heads, sealing);
      case SIGNED, STORED, SUBMITTED, FINAL, FAILED -> new Refused(OutboxFaults.NOT_NOW);
    };
  }

  private EnqueueOutcome resealForNextPlace(
      QueuedEntry entry, LaneKey lane, LaneHeads heads, Sealing sealing) {
    boolean isDraft = entry.job().state() == JobState.DRAFT;
    return switch (heads.head(lane)) {
      case LaneHeads.Outcome.Unknown(var fault) -> new Refused(fault);
      case LaneHeads.Outcome.Proven(LaneHead head) ->
          seal(
              sealing,
              new Destination() {
                @Override
                public Allocation offer(Tx tx) throws SQLException {
                  return isDraft && !isLast(tx, entry)
                      ? new Allocation(List.of())
                      : Allocation.next(tx, List.of(lane), Map.of(lane, head));
                }

                @Override
                public List<JobId> jobs(Tx tx) throws SQLException {
                  List<JobId> jobs = requireState(tx, entry.job().id(), entry.job().state());
                  if (isDraft && !jobs.isEmpty()) {
                    giveBack(tx, entry);
                  }
                  return jobs;
                }
              });
    };
  }

  private EnqueueOutcome resealInPlace(QueuedEntry entry, Sealing sealing) {
    return seal(
        sealing,
        new Destination() {
          @Override
          public Allocation offer(Tx tx) throws SQLException {
            return isLast(tx, entry) ? inPlace(tx, entry) : new Allocation(List.of());
          }

          @Override
          public List<JobId> jobs(Tx tx) throws SQLException {
            return requireState(tx, entry.job().id(), JobState.DRAFT);
          }
        });
  }

  private static Allocation inPlace(Tx tx, QueuedEntry entry) throws SQLException {
    Predecessor before =
        before(tx, entry.job().id())
            .<Predecessor>map(Predecessor.Known::new)
            .orElseGet(Predecessor.None::new);
    return new Allocation(List.of(new Position(entry.lane(), entry.place(), before)));
  }

  /** Whether nothing was allocated in its lane after it. */
  static boolean isLast(Tx tx, QueuedEntry entry) throws SQLException {
    return Lanes.head(tx, entry.lane()).orElse(LaneHead.EMPTY).next() == entry.place().n() + 1;
  }

  /** The place was never shown to anybody: the next entry of the lane takes it. */
  static void giveBack(Tx tx, QueuedEntry entry) throws SQLException {
    Lanes.set(tx, entry.lane(), new LaneHead(entry.place().n(), before(tx, entry.job().id())));
  }

  private static Optional<EntryDigests> before(Tx tx, JobId entry) throws SQLException {
    return tx.one(
        "SELECT before_manifest, before_root FROM jobs WHERE id = ? AND before_manifest NOT NULL",
        row -> new EntryDigests(row.hash(1), row.hash(2)),
        entry.value());
  }

  private static List<JobId> requireState(Tx tx, JobId id, JobState state) throws SQLException {
    boolean still =
        tx.one("SELECT 1 FROM jobs WHERE id = ? AND state = ?", row -> true, id.value(), state)
            .isPresent();
    return still ? List.of(id) : List.of();
  }

  private EnqueueOutcome seal(Sealing sealing, Destination destination) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Allocation offer = database.read(destination::offer);
      if (offer.positions().isEmpty()) {
        return new Refused(OutboxFaults.FOLLOWED);
      }
      switch (sealing.seal(offer.positions())) {
        case Sealing.Outcome.Stopped(var fault) -> {
          return new Refused(fault);
        }
        case Sealing.Outcome.Sealed sealed -> {
          requireFitting(offer, sealed.drafts());
          Optional<EnqueueOutcome> outcome =
              database.write(tx -> accept(tx, destination, offer, sealing, sealed));
          if (outcome.isPresent()) {
            return outcome.get();
          }
        }
      }
    }
    return new Refused(OutboxFaults.TAKEN);
  }

  /** Empty when the places are no longer free. */
  private Optional<EnqueueOutcome> accept(
      Tx tx,
      Destination destination,
      Allocation offer,
      Sealing sealing,
      Sealing.Outcome.Sealed sealed)
      throws SQLException {
    if (!destination.offer(tx).equals(offer)) {
      return Optional.empty();
    }
    Optional<Fault> objection = sealing.objection(new JobsInside(tx), offer.positions());
    if (objection.isPresent()) {
      return Optional.of(new Refused(objection.get()));
    }
    List<JobId> jobs = destination.jobs(tx);
    if (jobs.isEmpty()) {
      return Optional.of(new Refused(OutboxFaults.NOT_NOW));
    }
    List<QueuedEntry> entries = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Optional<EntryDigests> before = offer.before(i, sealed.drafts());
      Jobs.putSealed(tx, jobs.get(i), offer.positions().get(i), before, sealed.drafts().get(i));
      entries.add((QueuedEntry) Jobs.find(tx, jobs.get(i)).orElseThrow());
    }
    offer.take(tx, sealed.drafts());
    List<QueuedRetraction> retractions = retract(tx, sealed.retractions());
    for (Sealing.Correction correction : sealed.corrections()) {
      List<QueuedRetraction> replaced = retract(tx, List.of(correction.retraction()));
      JobId id = replaced.getFirst().job().id();
      Jobs.addWaits(tx, id, Set.of(jobs.get(correction.entry())));
      retractions.addAll(replaced);
    }
    return Optional.of(new Accepted(entries, retractions));
  }

  List<QueuedRetraction> retract(List<RetractionDraft> drafts) {
    return database.write(tx -> retract(tx, drafts));
  }

  private List<QueuedRetraction> retract(Tx tx, List<RetractionDraft> drafts) throws SQLException {
    List<QueuedRetraction> queued = new ArrayList<>();
    for (RetractionDraft draft : drafts) {
      JobId id = Jobs.addRetraction(tx, draft, clock.instant());
      queued.add((QueuedRetraction) Jobs.find(tx, id).orElseThrow());
    }
    return queued;
  }

  /** Where an entry has lost its place, another allocates too, and the chain is to be asked. */
  private boolean isSure(LaneKey lane) {
    return database.read(tx -> Lanes.head(tx, lane).isPresent() && !Lanes.hasMoved(tx, lane));
  }

  private static void requireFitting(Allocation offer, List<SealedDraft> drafts) {
    if (drafts.size() != offer.positions().size()) {
      throw new IllegalArgumentException("one entry is to be sealed for each position");
    }
    Set<Object> slots = new HashSet<>();
    for (int i = 0; i < drafts.size(); i++) {
      SealedEntry entry = drafts.get(i).entry();
      boolean ofPatient = drafts.get(i) instanceof SealedDraft.OfPatient;
      if (ofPatient != offer.positions().get(i).lane().isPatients()) {
        throw new IllegalArgumentException("patients' lanes take patients' entries and no others");
      }
      if (!slots.add(entry.slot())
          || !Cid.of(entry.manifestBlock()).digest().equals(entry.manifestDigest())) {
        throw new IllegalArgumentException("an entry has its own slot, and its block's digest");
      }
    }
  }
}
