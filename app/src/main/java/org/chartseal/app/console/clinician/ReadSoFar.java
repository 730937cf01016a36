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

  private record Place(LaneReading.Filled anchor, Hash32 stream) {}

  /**
   * What this desk anchored in the record and was not read.
   *
   * @param underway how many entries are on their way
   * @param jobs what is final
   * @param streams where that is, as the outbox names them
   */
  record Anchored(int underway, Set<JobId> jobs, Set<Hash32> streams) {}

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

  /** What is new or changed in some streams. */
  OpeningScope in(Anchored anchored) {
    return new OpeningScope(
        (StreamAccess stream) -> anchored.streams().contains(stream.keys().fingerprint()),
        ReadingDetail.CONTENTS,
        this::isNew);
  }

  /** An entry was read. */
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
    Set<Hash32> where = new HashSet<>();
    for (Queued queued : mark.since(outbox)) {
      Optional<Hash32> stream = stream(queued);
      if (stream.isEmpty()) {
        continue;
      }
      switch (queued.job().state()) {
        case SIGNED, STORED, SUBMITTED -> underway++;
        case FINAL -> {
          if (!looked.contains(queued.job().id())) {
            jobs.add(queued.job().id());
            where.add(stream.get());
          }
        }
        case DRAFT, MOVED, FAILED -> {
          // It waits for a person.
        }
      }
    }
    return new Anchored(underway, Set.copyOf(jobs), Set.copyOf(where));
  }

  /** It was read: if it is not there, it does not come by reading once more. */
  void lookedFor(Anchored anchored) {
    looked.addAll(anchored.jobs());
  }

  /** In which stream of this record something is that changes what was read of it. */
  private Optional<Hash32> stream(Queued queued) {
    return switch (queued) {
      case Queued.QueuedEntry entry ->
          Optional.of(entry.lane().stream())
              .filter(stream -> entry.lane().writer().equals(own))
              .filter(stream -> streams.containsValue(stream))
              .filter(stream -> !places.containsKey(entry.slot()));
      case Queued.QueuedRetraction retraction ->
          Optional.ofNullable(places.get(retraction.target()))
              .filter(place -> retraction.target().organisation().equals(own))
              .filter(place -> retraction.job().state() == JobState.FINAL)
              .filter(place -> place.anchor().word().retractedAt().isEmpty())
              .map(Place::stream);
      case Queued.QueuedAct act -> Optional.empty();
    };
  }

  private boolean isNew(LaneReading.Filled anchor) {
    Place known = places.get(anchor.slot());
    return known == null || !known.anchor().equals(anchor);
  }
}
