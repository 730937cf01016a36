package org.chartseal.views.start;

import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/**
 * Brings the home up.
 *
 * @param <W> what works on the home from then on
 */
public interface StartDesk<W> {

  /** Whether the sample network has still to be made, or to be finished. */
  boolean isFirst();

  /**
   * Opens the home; an embedded network is made first when there is none. What was made is kept
   * when it is stopped, and goes on the next time.
   */
  W bringUp(Progress progress) throws RefusedException;
}
