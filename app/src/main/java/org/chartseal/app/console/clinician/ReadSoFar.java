package org.chartseal.app.console.clinician;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.QueueMark;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.ReadingDetail;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.StreamId;

/**
 * What was read of an open record: what stood proven in which place, so that reading on opens
 * nothing twice, and how far the outbox was before, so that what it anchored since is known.
 */
final class ReadSoFar {

  private final OrganisationId own;
  private final QueueMark mark;
  private final Map<StreamId, Hash32> streams = new ConcurrentHashMap<>();
  private final Map<LedgerSlot, Place> places = new ConcurrentHashMap<>();
  private final Set<JobId> looked = ConcurrentHashMap.newKeySet();
  private volatile Set<JobId> looking = Set.of();

  private record Place(LaneReading.Filled anchor, Hash32 stream) {}

  /**
   * What this desk anchored in the record and was not read.
   *
   * @param underway how many entries are on their way
   * @param jobs what is final
   * @param streams where that is, as the outbox names them
   * @param slots what it filled or changed there
   */
  record Anchored(int underway, Set<JobId> jobs, Set<Hash32> streams, Set<LedgerSlot> slots) {}

  /** Where on the ledger a job changes what was read, and in which stream that is. */
  private record Target(Hash32 stream, LedgerSlot slot) {}

  /**
   * Before anything of the record is read.
   *
   * @param own whose entries are signed at this desk
   */
  ReadSoFar(OrganisationId own, HeldJobs outbox) {
    this.own = own;
    this.mark = QueueMark.of(outbox);
  }

  /** Everything that may be read, as far as it is new or changed. */
  OpeningScope everything() {
    return new OpeningScope(
        stream -> {
          streams.put(stream.stream(), stream.keys().fingerprint());
          return true;
        },
        ReadingDetail.CONTENTS,
        this::isNew);
  }

  /**
   * What this desk anchored. Others of the organisation write in the same streams: what they wrote
   * nobody here has seen, and opening it needs a receipt.
   */
  OpeningScope in(Anchored anchored) {
    return new OpeningScope(
        (StreamAccess stream) -> anchored.streams().contains(stream.keys().fingerprint()),
        ReadingDetail.CONTENTS,
        anchor -> anchored.slots().contains(anchor.slot()) && isNew(anchor));
  }

  /** An entry was read, and taken by whoever reads the record. */
  void took(RecordEntry entry) {
    Hash32 stream = streams.get(entry.where().stream());
    if (stream != null) {
      places.put(entry.anchor().slot(), new Place(entry.anchor(), stream));
    }
  }

  /** What the outbox tells of this record. */
  Anchored since(HeldJobs outbox) {
    int underway = 0;
    Set<JobId> jobs = new HashSet<>();
    Set<Hash32> streams = new HashSet<>();
    Set<LedgerSlot> slots = new HashSet<>();
    for (Queued queued : mark.since(outbox)) {
      Optional<Target> target = target(queued);
      if (target.isEmpty()) {
        continue;
      }
      switch (queued.job().state()) {
        case SIGNED, STORED, SUBMITTED -> underway++;
        case FINAL -> {
          if (!looked.contains(queued.job().id())) {
            jobs.add(queued.job().id());
            streams.add(target.get().stream());
            slots.add(target.get().slot());
          }
        }
        case DRAFT, MOVED, FAILED -> {
          // It waits for a person.
        }
      }
    }
    return new Anchored(underway, Set.copyOf(jobs), Set.copyOf(streams), Set.copyOf(slots));
  }

  /** It is being read. */
  void looksFor(Anchored anchored) {
    looking = anchored.jobs();
  }

  /**
   * What was being read was, and all of it was taken: what is not there does not come by reading
   * once more.
   */
  void looked() {
    looked.addAll(looking);
  }

  /** Where something is that changes what was read of this record. */
  private Optional<Target> target(Queued queued) {
    return switch (queued) {
      case Queued.QueuedEntry entry ->
          Optional.of(entry.lane().stream())
              .filter(stream -> entry.lane().writer().equals(own))
              .filter(stream -> streams.containsValue(stream))
              .filter(stream -> !places.containsKey(entry.slot()))
              .map(stream -> new Target(stream, entry.slot()));
      case Queued.QueuedRetraction retraction ->
          Optional.ofNullable(places.get(retraction.target()))
              .filter(place -> retraction.target().organisation().equals(own))
              .filter(place -> retraction.job().state() == JobState.FINAL)
              .filter(place -> place.anchor().word().retractedAt().isEmpty())
              .map(place -> new Target(place.stream(), retraction.target()));
      case Queued.QueuedAct act -> Optional.empty();
    };
  }

  private boolean isNew(LaneReading.Filled anchor) {
    Place known = places.get(anchor.slot());
    return known == null || !known.anchor().equals(anchor);
  }
}
