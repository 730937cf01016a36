package org.chartseal.views.kit.sending;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Job;

/**
 * What a {@link FollowedCards} shows.
 *
 * @param <C> what is read
 */
public interface Followed<C> {

  /** What is said while it is read for the first time. */
  ObservableValue<String> reading();

  /** Reads it; off the JavaFX thread. */
  C read(Progress progress) throws RefusedException;

  /** A card for each part of it. */
  List<? extends Node> cards(C read);

  /** Says that there is nothing. */
  void nothing(StatePane state);

  /**
   * Asks about what is on its way; empty when nothing is. What comes of it is run on the JavaFX
   * thread.
   */
  Optional<Job<Runnable>> look();
}
