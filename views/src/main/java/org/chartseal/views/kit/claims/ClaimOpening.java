package org.chartseal.views.kit.claims;

import org.chartseal.views.kit.Screen;

/** Opens a claim inside the screen that lists it. */
@FunctionalInterface
public interface ClaimOpening {

  /**
   * Makes the claim's screen.
   *
   * @param back is called when the reader wants the list again
   */
  Screen open(ClaimRow claim, Runnable back);
}
