package org.chartseal.services.outbox;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.Fault;

/**
 * Seals entries for the places that the outbox offers.
 *
 * <p>It runs outside of any transaction and may take as long as a person needs for a PIN. When
 * another process took one of the places meanwhile, it is called again with others, and what it
 * sealed before is forgotten; nothing of it has left.
 */
@FunctionalInterface
public interface Sealing {

  /** Seals one entry for each position, in their order. */
  Outcome seal(List<Position> positions);

  /**
   * Why what was sealed is not to be queued after all, if so. It is asked in the transaction that
   * takes the places.
   *
   * @param held the jobs as that transaction sees them; nothing else of the outbox may be used
   */
  default Optional<Fault> objection(HeldJobs held, List<Position> positions) {
    return Optional.empty();
  }

  /**
   * An entry takes the place of another, which is retracted once the entry is final.
   *
   * @param entry index of its draft
   */
  record Correction(int entry, RetractionDraft retraction) {}

  /** What came of it. */
  sealed interface Outcome {
    /**
     * All are sealed.
     *
     * @param drafts one for each position, in their order
     * @param retractions what is to be retracted with them, in the same transaction of the outbox
     * @param corrections what some of them replace, in the same transaction too
     */
    record Sealed(
        List<SealedDraft> drafts, List<RetractionDraft> retractions, List<Correction> corrections)
        implements Outcome {
      public Sealed {
        drafts = List.copyOf(drafts);
        retractions = List.copyOf(retractions);
        corrections = List.copyOf(corrections);
      }

      /** Entries alone. */
      public static Sealed of(List<SealedDraft> drafts) {
        return new Sealed(drafts, List.of(), List.of());
      }
    }

    /** Nothing is to be queued: the PIN dialog was cancelled, the card was taken out. */
    record Stopped(Fault fault) implements Outcome {}
  }
}
