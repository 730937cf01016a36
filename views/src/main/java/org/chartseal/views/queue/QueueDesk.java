package org.chartseal.views.queue;

import java.util.List;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.claims.ClaimDeciding;

/** What the queue needs of an insurer. */
public interface QueueDesk extends ClaimDeciding {

  /** The claims of all hospitals, with their verdicts, in the order of receipt. */
  List<ReceivedClaim> received(Progress progress) throws RefusedException;

  /**
   * Whether something seems to have come, or to have become final, since they were read the last
   * time; cheap, and off the JavaFX thread.
   */
  boolean moved() throws RefusedException;

  /** The filters that were kept. */
  List<SavedFilter> filters() throws RefusedException;

  /** Keeps these filters in place of those before. */
  void keep(List<SavedFilter> filters) throws RefusedException;
}
