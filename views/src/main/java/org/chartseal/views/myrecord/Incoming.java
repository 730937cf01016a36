package org.chartseal.views.myrecord;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chartseal.views.kit.task.Tasks;

/**
 * Brings entries to the JavaFX thread as they are read, many at a time. After it was closed it
 * brings none.
 */
final class Incoming implements Consumer<MyEntry> {

  private final Tasks tasks;
  private final Consumer<List<MyEntry>> taker;
  private final List<MyEntry> waiting = new ArrayList<>();
  private volatile boolean closed;

  Incoming(Tasks tasks, Consumer<List<MyEntry>> taker) {
    this.tasks = tasks;
    this.taker = taker;
  }

  @Override
  public void accept(MyEntry entry) {
    boolean first;
    synchronized (waiting) {
      first = waiting.isEmpty();
      waiting.add(entry);
    }
    if (first) {
      tasks.later(this::deliver);
    }
  }

  void close() {
    closed = true;
  }

  private void deliver() {
    List<MyEntry> batch;
    synchronized (waiting) {
      batch = List.copyOf(waiting);
      waiting.clear();
    }
    if (!closed) {
      taker.accept(batch);
    }
  }
}
