package org.chartseal.services.claims.desk.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.QueuedContents;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.Subject;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.StreamId;

/** Reads histories: from the chain with proofs, and on from there in the writer's own outbox. */
public final class Histories {

  private static final Fault STOPPED =
      new Fault("CS-CLAIM-07", "It was stopped before everything was read. Nothing was done.");

  private static final Fault REPLACED =
      new Fault("CS-CLAIM-11", "Another entry took the place of one that waits here.");

  private final RecordReader reader;
  private final QueuedContents queued;

  public Histories(RecordReader reader, QueuedContents queued) {
    this.reader = reader;
    this.queued = queued;
  }

  /**
   * Reads one writer's streams, and closes their keys.
   *
   * @param streams of one writer, at least one, oldest year first
   * @throws RefusedException if the chain or the outbox cannot be read
   */
  public History read(Subject subject, List<StreamAccess> streams, Progress progress)
      throws RefusedException {
    try {
      List<RecordEntry> found = new ArrayList<>();
      List<Doubt> gaps =
          switch (reader.read(subject, streams, progress, found::add)) {
            case RecordOutcome.Failed(var fault) -> throw new RefusedException(fault);
            case RecordOutcome.Stopped stopped -> throw new RefusedException(STOPPED);
            case RecordOutcome.Opened opened ->
                opened.gaps().stream().<Doubt>map(Doubt.Hindered::new).toList();
          };
      found.sort(
          Comparator.comparingInt((RecordEntry entry) -> entry.where().stream().year())
              .thenComparingInt(entry -> entry.anchor().place().lane())
              .thenComparingInt(entry -> entry.anchor().place().n()));
      List<Known> entries = new ArrayList<>();
      found.forEach(entry -> anchored(entry).ifPresent(entries::add));
      int next = 0;
      for (StreamAccess stream : streams) {
        next = next(found, stream.stream());
        for (QueuedContents.Held held : queued.from(stream, OrganisationEntries.LANE, next)) {
          entries.add(held(held));
          next++;
        }
      }
      return new History(entries, unread(found, gaps), next);
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  /** What another's stream proves; nothing of it is in this outbox. */
  public List<RecordEntry> foreign(Subject subject, List<StreamAccess> streams, Progress progress)
      throws RefusedException {
    try {
      List<RecordEntry> found = new ArrayList<>();
      switch (reader.read(subject, streams, progress, found::add)) {
        case RecordOutcome.Failed(var fault) -> throw new RefusedException(fault);
        case RecordOutcome.Stopped stopped -> throw new RefusedException(STOPPED);
        case RecordOutcome.Opened opened -> {
          // What cannot be read stands in the list with its verdict.
        }
      }
      return found;
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  /** Why an entry is not to be relied on: the first check that it did not pass. */
  public static Doubt doubt(Verdict verdict) {
    return verdict.checks().stream()
        .filter(check -> check.status() == CheckResult.Status.FAILED)
        .findFirst()
        .or(() ->
            verdict.checks().stream()
                .filter(check -> check.status() == CheckResult.Status.UNKNOWN)
                .findFirst())
        .<Doubt>map(Doubt.Unproven::new)
        .orElseGet(() -> new Doubt.Unproven(verdict.of(Check.CONTENT)));
  }

  private static Optional<Known> anchored(RecordEntry entry) {
    if (!counts(entry.verdict()) || entry.description().isEmpty() || entry.content().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Known(
            entry.description().get(),
            entry.content().get(),
            new Known.Standing.Anchored(entry.anchor().word().anchoredAt(), entry),
            entry.isProven() ? Optional.empty() : Optional.of(doubt(entry.verdict()))));
  }

  /** What its writer took back does not count, nor what a thief wrote. */
  private static boolean counts(Verdict verdict) {
    return verdict.grade() != Verdict.Grade.RETRACTED
        && verdict.of(Check.LICENCE).status() != CheckResult.Status.FAILED;
  }

  private static Known held(QueuedContents.Held held) {
    return new Known(
        held.description(),
        held.content(),
        new Known.Standing.Held(held.queued().job().state()),
        held.queued().job().state() == JobState.MOVED
            ? Optional.of(new Doubt.Hindered(REPLACED))
            : Optional.empty());
  }

  private static List<Doubt> unread(List<RecordEntry> found, List<Doubt> gaps) {
    List<Doubt> reasons = new ArrayList<>(gaps);
    found.stream()
        .filter(entry -> counts(entry.verdict()))
        .filter(entry -> entry.description().isEmpty() || entry.content().isEmpty())
        .forEach(entry -> reasons.add(doubt(entry.verdict())));
    return reasons;
  }

  private static int next(List<RecordEntry> found, StreamId stream) {
    return found.stream()
        .filter(entry -> entry.where().stream().equals(stream))
        .map(RecordEntry::anchor)
        .map(LaneReading.Filled::place)
        .filter(place -> place.lane() == OrganisationEntries.LANE)
        .mapToInt(place -> place.n() + 1)
        .max()
        .orElse(0);
  }
}
