package org.chartseal.services.claims.desk;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartseal.services.claims.desk.internal.ClaimBooks;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.JobStatus;
import org.chartseal.services.outbox.QueueMark;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.RefusedException;

/**
 * Whether it is worth an insurer's while to read its claims again. It is a hint, cheap enough to be
 * asked every few seconds: at an agreed block, one endpoint's word without proof about a few places
 * for each hospital; and what this home's outbox holds. What came is known when it was read.
 */
public final class ClaimNews {

  /** What one run of a hospital's anchors together stands in places that follow one another. */
  private static final int AHEAD = 2;

  private final ClaimSources sources;
  private final ClaimQueue queue;
  private final ClaimNetwork network;

  public ClaimNews(ClaimSources sources, ClaimQueue queue, ClaimNetwork network) {
    this.sources = sources;
    this.queue = queue;
    this.network = network;
  }

  /**
   * How things stood before a reading began.
   *
   * @param outbox decisions and payments of this home
   * @param filled places after those read before that seemed to be filled: one that the reading
   *     made no claim of makes none the next time
   */
  public record Mark(QueueMark outbox, Set<LedgerSlot> filled) {

    public Mark {
      filled = Set.copyOf(filled);
    }
  }

  /**
   * Where something would stand that was not read, of this year and the last.
   *
   * @throws RefusedException if the device does not agree
   */
  public Set<LedgerSlot> beyond(OrganisationSession insurer, Collection<ReceivedClaim> read)
      throws RefusedException {
    int year = ClaimEntries.year(sources.clock().instant());
    Set<LedgerSlot> beyond = new HashSet<>();
    for (Organisation hospital : sources.directory().all()) {
      if (hospital.id().equals(insurer.id())) {
        continue;
      }
      for (StreamAccess stream :
          ClaimBooks.streams(insurer.with(hospital), hospital.id(), year - 1, year)) {
        beyond.addAll(after(stream, next(stream, read)));
      }
    }
    return beyond;
  }

  /** Marks how things stand, before a reading begins. */
  public Mark mark(Set<LedgerSlot> beyond) {
    // In this order: what moves between the two is looked for once more, and not missed.
    QueueMark outbox = QueueMark.of(queue.outbox());
    return new Mark(outbox, filled(beyond));
  }

  /** Whether reading again would show something that the reading after this mark did not. */
  public boolean isPast(Mark before, Set<LedgerSlot> beyond) {
    return before.outbox().since(queue.outbox()).stream()
            .map(Queued::job)
            .anyMatch(job -> isNew(job, before.outbox()))
        || !before.filled().containsAll(filled(beyond));
  }

  /** A decision or payment that was made elsewhere since, or that is final since. */
  private static boolean isNew(JobStatus job, QueueMark before) {
    return ClaimLabels.isInsurers(job.owner())
        && (job.state() == JobState.FINAL || !before.unfinished().contains(job.id()));
  }

  private Set<LedgerSlot> filled(Set<LedgerSlot> places) {
    return network.ledger().head() instanceof HeadOutcome.Agreed(var block, var faults)
        ? network.ledger().perhapsFilled(block, places)
        : Set.of();
  }

  private static Set<LedgerSlot> after(StreamAccess stream, int next) {
    try {
      return IntStream.rangeClosed(next, next + AHEAD)
          .mapToObj(n -> stream.slot(new Place(OrganisationEntries.LANE, n)))
          .collect(Collectors.toSet());
    } finally {
      stream.keys().close();
    }
  }

  private static int next(StreamAccess stream, Collection<ReceivedClaim> read) {
    return read.stream()
            .map(ReceivedClaim::entry)
            .filter(entry -> entry.where().stream().equals(stream.stream()))
            .map(entry -> entry.anchor())
            .map(LaneReading.Filled::place)
            .filter(place -> place.lane() == OrganisationEntries.LANE)
            .mapToInt(Place::n)
            .max()
            .orElse(-1)
        + 1;
  }
}
