package org.chartseal.views.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.chartseal.views.timeline.model.ItemTable;
import org.chartseal.views.timeline.model.TimelineIndex;
import org.chartseal.views.timeline.model.TimelineQuery;

/**
 * Builds one index after another on another thread. What comes while one is built is taken together
 * into the next. All methods belong to JavaFX's thread.
 */
final class TimelineFeed {

  private final Executor builder;
  private final Consumer<TimelineIndex> ready;
  private List<UnaryOperator<ItemTable>> changes = new ArrayList<>();
  private ItemTable table = ItemTable.empty();
  private TimelineQuery query = TimelineQuery.ALL;
  private boolean stale;
  private boolean building;
  private boolean closed;

  TimelineFeed(Executor builder, Consumer<TimelineIndex> ready) {
    this.builder = builder;
    this.ready = ready;
  }

  void change(UnaryOperator<ItemTable> change) {
    changes.add(change);
    stale = true;
    build();
  }

  void query(TimelineQuery next) {
    query = next;
    stale = true;
    build();
  }

  /** From now on nothing is built, and what is being built is dropped. */
  void close() {
    closed = true;
    changes = new ArrayList<>();
    table = ItemTable.empty();
  }

  private void build() {
    if (building || closed || !stale) {
      return;
    }
    building = true;
    stale = false;
    List<UnaryOperator<ItemTable>> taken = changes;
    changes = new ArrayList<>();
    ItemTable before = table;
    TimelineQuery asked = query;
    builder.execute(() -> {
      ItemTable after = before;
      for (UnaryOperator<ItemTable> change : taken) {
        after = change.apply(after);
      }
      TimelineIndex index = TimelineIndex.of(after, asked);
      Platform.runLater(() -> built(index));
    });
  }

  private void built(TimelineIndex index) {
    building = false;
    if (closed) {
      return;
    }
    table = index.table();
    ready.accept(index);
    build();
  }
}
