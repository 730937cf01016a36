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
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.RefusedException;

/**
 * Whether it is worth an insurer's while to read its claims again. It is a hint, cheap enough to be
 * asked every few seconds: one endpoint's word about a few places for each hospital, without proof,
 * and what this home's outbox holds. What came is known when it was read.
 */
public final class ClaimNews {

  /** A hospital may fill a place before the one before it is final. */
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
   * How things stand beside what was read.
   *
   * @param filled places after those read that seem to be filled
   * @param underway decisions and payments in the outbox that are not final
   */
  public record Standing(Set<LedgerSlot> filled, Set<JobId> underway) {

    public Standing {
      filled = Set.copyOf(filled);
      underway = Set.copyOf(underway);
    }

    /**
     * Whether reading again would show something that a reading did not which began when things
     * stood so. A place that was filled then and gave no claim gives none the next time.
     */
    public boolean isPast(Standing now) {
      return !filled.containsAll(now.filled) || !underway.equals(now.underway);
    }
  }

  /**
   * Looks beside what was read of this year and the last.
   *
   * @throws RefusedException if the device does not agree
   */
  public Standing look(OrganisationSession insurer, Collection<ReceivedClaim> read)
      throws RefusedException {
    // In this order: a job that ends between the two is looked for once more, and not missed.
    Set<JobId> underway = underway();
    Set<LedgerSlot> beyond = beyond(insurer, read);
    return new Standing(
        network.ledger().head() instanceof HeadOutcome.Agreed(var block, var faults)
            ? network.ledger().perhapsFilled(block, beyond)
            : Set.of(),
        underway);
  }

  private Set<JobId> underway() {
    return queue.outbox().pending().stream()
        .map(queued -> queued.job())
        .filter(job -> ClaimLabels.isInsurers(job.owner()))
        .map(job -> job.id())
        .collect(Collectors.toSet());
  }

  private Set<LedgerSlot> beyond(OrganisationSession insurer, Collection<ReceivedClaim> read)
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
            .mapToInt(entry -> entry.anchor().place().n())
            .max()
            .orElse(-1)
        + 1;
  }
}
