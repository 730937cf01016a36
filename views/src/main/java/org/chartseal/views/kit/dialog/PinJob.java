package org.chartseal.views.kit.dialog;

import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;

/**
 * What a PIN is asked for.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface PinJob<T> {

  /**
   * Does it, off the JavaFX thread.
   *
   * @param pin wiped by the caller as soon as this returns
   * @throws RefusedException if the PIN was wrong, or it could not be done
   */
  T run(Pin pin, Progress progress) throws RefusedException;
}
