package org.chartseal.views.decided;

import java.nio.file.Path;
import java.util.List;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** What looking back at decisions needs of an insurer. */
public interface DecidedDesk {

  /** The claims of all hospitals, with what was decided and paid. */
  List<ReceivedClaim> received(Progress progress) throws RefusedException;

  /**
   * Whether something seems to have come, or to have become final, since they were read the last
   * time; cheap, and off the JavaFX thread.
   */
  boolean moved() throws RefusedException;

  /**
   * Decides again from the decision's file alone, and compares; asks the network about the block on
   * which the decision rests.
   */
  Replayed replay(ReceivedClaim claim, Progress progress) throws RefusedException;

  /** Writes the decision's file. */
  void writeDecision(ReceivedClaim claim, Path file, Progress progress) throws RefusedException;
}
