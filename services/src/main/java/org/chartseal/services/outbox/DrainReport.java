package org.chartseal.services.outbox;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** What one pass of the drainer did. */
public sealed interface DrainReport {

  /**
   * A pass was made.
   *
   * @param moves how many jobs went into which state
   * @param waiting how many jobs can go on by themselves in a later pass
   * @param needPerson how many drafts, moved and failed jobs wait for someone's PIN
   * @param faults what is in the way, without repetition
   */
  record Drained(Moves moves, int waiting, int needPerson, List<Fault> faults)
      implements DrainReport {}

  /** Another process, or another thread, is draining this outbox. */
  record Elsewhere() implements DrainReport {}

  /**
   * Counts of changes.
   *
   * @param returned how many went back to {@link JobState#STORED} because the chain lost them
   */
  record Moves(int stored, int submitted, int finished, int returned, int moved, int failed) {}
}
