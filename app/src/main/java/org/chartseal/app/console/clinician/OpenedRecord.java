package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  private final List<Stated> stated = new ArrayList<>();
  private final Map<String, EntryDescription> described = new LinkedHashMap<>();
  private final Map<String, Verdict.Grade> grades = new HashMap<>();
  private boolean left;

  /** It is opened anew: nothing of it stays. */
  synchronized void clear() {
    stated.clear();
    described.clear();
    grades.clear();
  }

  /** It is left: nothing of it stays, and what is still being read does not come any more. */
  public synchronized void leave() {
    left = true;
    clear();
  }

  /** An entry was read. */
  synchronized void add(RecordItem item) {
    if (left) {
      return;
    }
    if (grades.containsKey(item.name())) {
      // It was read again: what it said before does not hold any more.
      stated.removeIf(one -> one.entry().equals(item.name()));
    }
    item.entry().description().ifPresent(said -> described.put(item.name(), said));
    grades.put(item.name(), item.entry().verdict().grade());
    String date = item.entry().description().map(EntryDescription::date).orElse("");
    for (EntryView.Line line : item.lines()) {
      stated.add(new Stated(item.name(), date, line));
    }
  }

  /** Works on its statements, newest entries first; nothing is added meanwhile. */
  synchronized <T> T with(Function<List<Stated>, T> work) {
    return work.apply(stated);
  }

  /** What was read so far, by the entries' names. */
  synchronized List<Map.Entry<String, EntryDescription>> entries() {
    return List.copyOf(described.entrySet());
  }

  /** The grade of an entry. */
  synchronized Verdict.Grade grade(String entry) {
    return grades.getOrDefault(entry, Verdict.Grade.UNKNOWN);
  }

  /** How many entries were read that are proven, or are not. */
  synchronized int count(Standing standing) {
    int proven =
        (int) grades.values().stream().filter(grade -> grade == Verdict.Grade.PROVEN).count();
    return switch (standing) {
      case PROVEN -> proven;
      case UNPROVEN -> grades.size() - proven;
    };
  }

  /** Whether an entry is proven. */
  enum Standing {
    PROVEN,
    UNPROVEN
  }
}
