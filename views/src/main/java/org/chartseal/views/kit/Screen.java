package org.chartseal.views.kit;

import java.util.List;
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

  /** What it does at the moment, for the command palette and by keys. */
  default List<ScreenAct> acts() {
    return List.of();
  }

  /** It is thrown away, after it was detached: nothing of what it showed stays. */
  default void closed() {}
}
