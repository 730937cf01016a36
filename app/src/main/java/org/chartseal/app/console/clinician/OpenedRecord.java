package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.Stated;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.views.record.RecordItem;
import org.jspecify.annotations.Nullable;

/**
 * What the record that is open says, as far as it was read and proven, for those who write about
 * it. It is in memory as long as its screen.
 */
public final class OpenedRecord {

  private static final Comparator<Stated> NEWEST_FIRST =
      Comparator.comparing(Stated::date).reversed();

  private final Map<String, RecordItem> items = new LinkedHashMap<>();

  /** Made when it is asked for, and once for all who ask until more is read. */
  private @Nullable List<Stated> stated;

  private int opening;
  private boolean left;

  /**
   * It is opened anew: nothing of it stays, and what an earlier opening still reads does not come
   * any more.
   *
   * @return takes each entry that is read; of one that was read before, what it said then does not
   *     hold any more
   */
  synchronized Consumer<RecordItem> begin() {
    end();
    int begun = opening;
    return item -> put(begun, item);
  }

  /** It is over: nothing of it stays, and what is still being read does not come any more. */
  synchronized void end() {
    clear();
    opening++;
  }

  /** It is left: nothing of it stays, and what is still being read does not come any more. */
  public synchronized void leave() {
    left = true;
    clear();
  }

  private void clear() {
    items.clear();
    stated = null;
  }

  private synchronized void put(int begun, RecordItem item) {
    if (!left && begun == opening) {
      items.put(item.name(), item);
      stated = null;
    }
  }

  /** Works on its statements, newest entries first; nothing is added meanwhile. */
  synchronized <T> T with(Function<List<Stated>, T> work) {
    List<Stated> all = stated;
    if (all == null) {
      all = statements();
      stated = all;
    }
    return work.apply(all);
  }

  private List<Stated> statements() {
    List<Stated> all = new ArrayList<>();
    for (RecordItem item : items.values()) {
      String date = item.entry().description().map(EntryDescription::date).orElse("");
      for (EntryView.Line line : item.lines()) {
        all.add(new Stated(item.name(), date, line));
      }
    }
    all.sort(NEWEST_FIRST);
    return List.copyOf(all);
  }

  /** What was read so far. */
  synchronized List<RecordItem> items() {
    return List.copyOf(items.values());
  }

  /** The grade of an entry. */
  synchronized Verdict.Grade grade(String entry) {
    RecordItem item = items.get(entry);
    return item == null ? Verdict.Grade.UNKNOWN : item.entry().verdict().grade();
  }

  /** How many entries were read that are proven, or are not. */
  synchronized int count(Standing standing) {
    return (int)
        items.values().stream()
            .filter(item -> item.entry().isProven() == (standing == Standing.PROVEN))
            .count();
  }

  /** Whether an entry is proven. */
  enum Standing {
    PROVEN,
    UNPROVEN
  }
}
