package org.chartseal.views.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The entries that somebody marked to compare them: two at most, the newest mark last. */
final class CompareMarks {

  private static final int PAIR = 2;

  private final ReadOnlyObjectWrapper<List<RecordItem>> marked =
      new ReadOnlyObjectWrapper<>(List.of());

  ReadOnlyObjectProperty<List<RecordItem>> markedProperty() {
    return marked.getReadOnlyProperty();
  }

  boolean isMarked(RecordItem item) {
    return marked.get().stream().anyMatch(one -> one.name().equals(item.name()));
  }

  /** The one that waits for another, unless that is this one. */
  Optional<RecordItem> partnerOf(RecordItem item) {
    return marked.get().size() == 1 && !isMarked(item)
        ? Optional.of(marked.get().getFirst())
        : Optional.empty();
  }

  /** Marks an entry, or takes its mark away; of two that are marked the older mark goes. */
  void toggle(RecordItem item) {
    List<RecordItem> next = new ArrayList<>(marked.get());
    if (!next.removeIf(one -> one.name().equals(item.name()))) {
      if (next.size() == PAIR) {
        next.removeFirst();
      }
      next.add(item);
    }
    marked.set(List.copyOf(next));
  }

  /** Entries that were read anew are marked as they are now. */
  void renew(Collection<RecordItem> batch) {
    List<RecordItem> next = marked.get().stream().map(one -> one.newestOf(batch)).toList();
    if (!next.equals(marked.get())) {
      marked.set(next);
    }
  }

  void clear() {
    marked.set(List.of());
  }

  /** What is marked as it is compared: the one with the earlier date first. */
  List<RecordItem> inOrder() {
    return marked.get().stream().sorted(Comparator.comparing(RecordItem::date)).toList();
  }

  /** Hands over both in this order, if there are two. */
  void pair(BiConsumer<RecordItem, RecordItem> taker) {
    List<RecordItem> both = inOrder();
    if (both.size() == PAIR) {
      taker.accept(both.getFirst(), both.getLast());
    }
  }
}
