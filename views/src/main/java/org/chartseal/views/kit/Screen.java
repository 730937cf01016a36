package org.chartseal.views.kit;

import javafx.scene.Parent;

/**
 * One screen. It listens and works only between {@link #attached()} and {@link #detached()}; what
 * comes later is dropped.
 */
public interface Screen {

  /** What is shown; always the same. */
  Parent view();

  /** It is on show from now on. */
  void attached();

  /** It is not on show any more: listeners are dropped and jobs stopped. */
  void detached();

  /** It is thrown away, after it was detached: nothing of what it showed stays. */
  default void closed() {}
}
