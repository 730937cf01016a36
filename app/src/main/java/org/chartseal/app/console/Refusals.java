package org.chartseal.app.console;

import org.chartseal.app.demo.DemoException;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.wiring.UnavailableException;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.seal.RefusedException;

/** Says to a screen, in the one way that screens know, why something was not done. */
public final class Refusals {

  /**
   * Something that works on a home.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface HomeJob<T> {
    T run() throws RefusedException, HomeException, UnavailableException, DemoException;
  }

  private Refusals() {}

  /** Runs it; whatever is in the way is refused with its own fault. */
  public static <T> T in(HomeJob<T> job) throws RefusedException {
    try {
      return job.run();
    } catch (HomeException e) {
      throw new RefusedException(e.fault());
    } catch (UnavailableException e) {
      throw new RefusedException(e.fault());
    } catch (DemoException e) {
      throw new RefusedException(e.fault());
    } catch (OutboxException e) {
      throw new RefusedException(e.fault());
    }
  }
}
