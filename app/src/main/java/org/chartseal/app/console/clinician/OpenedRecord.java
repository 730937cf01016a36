package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.Stated;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.views.record.RecordItem;

/**
 * What the record that is open says, as far as it was read and proven, for those who write about
 * it. It is in memory as long as its screen.
 */
public final class OpenedRecord {

  private final List<RecordItem> items = new ArrayList<>();
  private boolean left;

  /** It is opened anew: nothing of it stays. */
  synchronized void clear() {
    items.clear();
  }

  /** It is left: nothing of it stays, and what is still being read does not come any more. */
  public synchronized void leave() {
    left = true;
    clear();
  }

  /** An entry was read. */
  synchronized void add(RecordItem item) {
    if (!left) {
      items.add(item);
    }
  }

  /** An entry was read later: if it was read before, what it said then does not hold any more. */
  synchronized void renew(RecordItem item) {
    items.removeIf(one -> one.name().equals(item.name()));
    add(item);
  }

  /** Works on its statements, newest entries first; nothing is added meanwhile. */
  synchronized <T> T with(Function<List<Stated>, T> work) {
    List<Stated> stated = new ArrayList<>();
    for (RecordItem item : items) {
      String date = item.entry().description().map(EntryDescription::date).orElse("");
      for (EntryView.Line line : item.lines()) {
        stated.add(new Stated(item.name(), date, line));
      }
    }
    return work.apply(stated);
  }

  /** What was read so far and could be opened, by the entries' names. */
  synchronized List<Map.Entry<String, EntryDescription>> entries() {
    List<Map.Entry<String, EntryDescription>> described = new ArrayList<>();
    for (RecordItem item : items) {
      item.entry().description().ifPresent(said -> described.add(Map.entry(item.name(), said)));
    }
    return described;
  }

  /** The grade of an entry. */
  synchronized Verdict.Grade grade(String entry) {
    return items.stream()
        .filter(item -> item.name().equals(entry))
        .findFirst()
        .map(item -> item.entry().verdict().grade())
        .orElse(Verdict.Grade.UNKNOWN);
  }

  /** How many entries were read that are proven, or are not. */
  synchronized int count(Standing standing) {
    return (int)
        items.stream()
            .filter(item -> item.entry().isProven() == (standing == Standing.PROVEN))
            .count();
  }

  /** Whether an entry is proven. */
  enum Standing {
    PROVEN,
    UNPROVEN
  }
}
