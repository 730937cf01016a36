package org.chartseal.views.kit.task;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.chartseal.services.seal.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A job on its way. What it says of its progress reaches the JavaFX thread at most once a pulse,
 * and nothing does after it was stopped.
 */
public final class Running implements Progress {

  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.BEGIN);
  private final AtomicReference<@Nullable Step> newest = new AtomicReference<>();
  private final Executor fx;
  private final long begin = System.nanoTime();
  private volatile boolean stopped;
  private volatile boolean ending;

  Running(Executor fx) {
    this.fx = fx;
  }

  /** How far it is; changes on the JavaFX thread. */
  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Asks it to stop, and drops what still comes of it. */
  public void stop() {
    stopped = true;
  }

  /** Asks it to stop where it is; what came of it until then is still told. */
  public void end() {
    ending = true;
  }

  boolean isStopped() {
    return stopped;
  }

  @Override
  public boolean step(long done, long total, String what) {
    Step next = new Step(done, total, what, Duration.ofNanos(System.nanoTime() - begin));
    if (newest.getAndSet(next) == null) {
      fx.execute(this::publish);
    }
    return !stopped && !ending;
  }

  private void publish() {
    Step next = newest.getAndSet(null);
    if (next != null && !stopped) {
      step.set(next);
    }
  }
}
