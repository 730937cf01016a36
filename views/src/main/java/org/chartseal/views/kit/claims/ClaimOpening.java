package org.chartseal.views.kit.claims;

import org.chartseal.views.kit.Screen;

/** Opens a claim inside the screen that lists it. */
@FunctionalInterface
public interface ClaimOpening {

  /**
   * Makes the claim's screen.
   *
   * @param host where it is opened
   */
  Screen open(ClaimRow claim, ClaimHost host);
}
