package org.chartseal.services.ledger;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * Lets one sender at a time use the relayer's account, among all threads and processes of this
 * installation.
 */
public interface SenderTurn {

  /**
   * Waits for the turn, acts, and gives it back.
   *
   * @throws java.io.InterruptedIOException if the thread was interrupted while it waited; then
   *     nothing was done
   * @throws IOException if there is no turn to be had; then nothing was done
   */
  <T> T alone(Supplier<T> action) throws IOException;
}
