package org.chartseal.views.kit.task;

import java.util.function.Consumer;
import org.chartseal.services.seal.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of which only the newest counts: starting one stops the one before, whose result is dropped.
 * For the JavaFX thread.
 */
public final class Latest {

  private final Tasks tasks;
  private @Nullable Running running;

  public Latest(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Starts a job in place of the one before. */
  public <T> Running start(Job<T> job, Consumer<T> done, Consumer<Fault> failed) {
    stop();
    Running next = tasks.start(job, done, failed);
    running = next;
    return next;
  }

  /**
   * The same, for a result that has to be given back if nobody takes it.
   *
   * @param dropped takes the result of a job that was stopped, off the JavaFX thread
   */
  public <T> Running start(
      Job<T> job, Consumer<T> done, Consumer<Fault> failed, Consumer<T> dropped) {
    stop();
    Running next = tasks.start(job, done, failed, dropped);
    running = next;
    return next;
  }

  /** Stops what runs, for instance because the screen is left. */
  public void stop() {
    if (running != null) {
      running.stop();
      running = null;
    }
  }
}
