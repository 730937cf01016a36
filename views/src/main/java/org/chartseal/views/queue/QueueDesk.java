package org.chartseal.views.queue;

import java.util.List;
import java.util.Set;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;

/** What the queue needs of an insurer. */
public interface QueueDesk {

  /** The claims of all hospitals, with their verdicts, in the order of receipt. */
  List<ReceivedClaim> received(Progress progress) throws RefusedException;

  /** The device that signs decisions, asked before its PIN. */
  KeyHolder holder() throws RefusedException;

  /**
   * Decides these claims by the rules and signs the decisions. Asked to stop, it signs what it has
   * decided.
   *
   * @throws RefusedException if the PIN is wrong, or nothing was decided
   */
  DecideOutcome decide(Pin pin, Set<Hash32> claims, Progress progress) throws RefusedException;

  /** The filters that were kept. */
  List<SavedFilter> filters() throws RefusedException;

  /** Keeps these filters in place of those before. */
  void keep(List<SavedFilter> filters) throws RefusedException;
}
