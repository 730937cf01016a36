package org.chartseal.app.console.patient;

import java.util.function.IntConsumer;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.requests.RequestsDesk;
import org.chartseal.views.shell.ConsoleStatus;
import org.chartseal.views.shell.StatusSource;

/**
 * Counts the requests that wait for the patient as often as the window looks at its lamps, so that
 * a new one is noticed on any screen.
 */
public final class OpenRequests implements StatusSource {

  /** Reading costs some round trips; the lamps look every second or two. */
  private static final int EVERY = 3;

  private final StatusSource lamps;
  private final RequestsDesk desk;
  private final IntConsumer count;
  private int looks;

  /**
   * @param count takes the number, on whatever thread
   */
  public OpenRequests(StatusSource lamps, RequestsDesk desk, IntConsumer count) {
    this.lamps = lamps;
    this.desk = desk;
    this.count = count;
  }

  @Override
  public ConsoleStatus look() {
    if (isDue()) {
      try {
        count.accept(
            Math.toIntExact(
                desk.requests().stream()
                    .filter(one -> one.answer().filter(RequestsDesk.Answer::stands).isEmpty())
                    .count()));
      } catch (RefusedException e) {
        // The lamp says that the network is away; the last number stays.
      }
    }
    return lamps.look();
  }

  private synchronized boolean isDue() {
    return looks++ % EVERY == 0;
  }
}
