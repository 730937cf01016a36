package org.chartseal.views.kit.task;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs off the JavaFX thread and brings what comes of them back to it. */
public final class Tasks {

  /** A defect of ours; the log has it, once, without what it was about. */
  private static final Fault DEFECT =
      new Fault(
          "CS-VIEW-01",
          "Something went wrong that should not. Nothing was lost: what was signed is kept. Try again; if it stays, tell us this code.");

  private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

  private final Executor background;
  private final Executor fx;
  private final Set<Running> underWay = ConcurrentHashMap.newKeySet();

  /**
   * @param background runs the jobs
   * @param fx runs on the JavaFX thread
   */
  public Tasks(Executor background, Executor fx) {
    this.background = background;
    this.fx = fx;
  }

  /**
   * Starts a job. Exactly one of the two is called, on the JavaFX thread, unless it was stopped
   * before.
   */
  public <T> Running start(Job<T> job, Consumer<T> done, Consumer<Fault> failed) {
    return start(
        job,
        done,
        failed,
        result -> {
          // Nothing has to be given back.
        });
  }

  /**
   * Starts a job whose result has to be given back if nobody takes it.
   *
   * @param dropped takes the result of a job that was stopped, off the JavaFX thread
   */
  public <T> Running start(
      Job<T> job, Consumer<T> done, Consumer<Fault> failed, Consumer<T> dropped) {
    Running running = new Running(fx);
    underWay.add(running);
    try {
      background.execute(() -> {
        try {
          run(job, running, done, failed, dropped);
        } finally {
          underWay.remove(running);
        }
      });
    } catch (RejectedExecutionException windowCloses) {
      underWay.remove(running);
      running.stop();
    }
    return running;
  }

  /** Whether a job runs that was not stopped. */
  public boolean isBusy() {
    return underWay.stream().anyMatch(running -> !running.isStopped());
  }

  /** Runs something off the JavaFX thread; nobody waits for it. */
  public void background(Runnable action) {
    background.execute(action);
  }

  /** Something for the JavaFX thread, from any other. */
  public void later(Runnable action) {
    fx.execute(action);
  }

  private <T> void run(
      Job<T> job, Running running, Consumer<T> done, Consumer<Fault> failed, Consumer<T> dropped) {
    try {
      T result = job.run(running);
      if (running.isStopped()) {
        dropped.accept(result);
      } else {
        fx.execute(() -> {
          if (running.isStopped()) {
            drop(() -> dropped.accept(result));
          } else {
            done.accept(result);
          }
        });
      }
    } catch (RefusedException e) {
      deliver(running, () -> failed.accept(e.fault()));
    } catch (RuntimeException | Error e) {
      // The type and the place say enough; a message could name a patient.
      LOG.error("A job ended in {} at {}", e.getClass().getName(), place(e));
      deliver(running, () -> failed.accept(DEFECT));
    }
  }

  private void drop(Runnable dropping) {
    try {
      background.execute(dropping);
    } catch (RejectedExecutionException windowCloses) {
      dropping.run();
    }
  }

  private void deliver(Running running, Runnable action) {
    fx.execute(() -> {
      if (!running.isStopped()) {
        action.run();
      }
    });
  }

  private static String place(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "?" : trace[0].toString();
  }
}
