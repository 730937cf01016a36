package org.chartseal.views.kit.task;

import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/**
 * Work that takes time: input and output, cryptography, parsing. It runs off the JavaFX thread.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Job<T> {

  /**
   * Does it.
   *
   * @param progress is told how far it is, and says when to stop
   * @throws RefusedException with what a person is to read, if it is not done
   */
  T run(Progress progress) throws RefusedException;
}
