package org.chartseal.views.kit.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes things one by one from any thread and hands them to the JavaFX thread in lists, at most one
 * list on its way at a time: ten thousand entries make a few updates and not ten thousand. A list
 * is short enough for one pulse; whoever gives more meanwhile waits. After it was closed it hands
 * on none.
 *
 * @param <T> the things
 */
public final class Batches<T> implements Consumer<T>, AutoCloseable {

  private static final int MOST = 500;

  private final Tasks tasks;
  private final Consumer<List<T>> taker;
  private List<T> waiting = new ArrayList<>();
  private boolean closed;

  public Batches(Tasks tasks, Consumer<List<T>> taker) {
    this.tasks = tasks;
    this.taker = taker;
  }

  @Override
  public synchronized void accept(T item) {
    if (!hasRoom() || closed) {
      return;
    }
    waiting.add(item);
    if (waiting.size() == 1) {
      tasks.later(this::deliver);
    }
  }

  /** For the JavaFX thread: what was not handed on until now never is. */
  @Override
  public synchronized void close() {
    closed = true;
    waiting = new ArrayList<>();
    notifyAll();
  }

  /** Waits for it; there is none for a job that was stopped. */
  private synchronized boolean hasRoom() {
    try {
      while (waiting.size() >= MOST && !closed) {
        wait();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void deliver() {
    List<T> batch;
    synchronized (this) {
      batch = waiting;
      waiting = new ArrayList<>();
      notifyAll();
    }
    if (!batch.isEmpty()) {
      taker.accept(batch);
    }
  }
}
