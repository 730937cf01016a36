package org.chartseal.views.myrecord;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.views.kit.text.Sought;

/**
 * A row of the list. What an entry does not say, because its bytes could not be had, is empty.
 *
 * @param date as written
 * @param organisation who wrote it, by name
 * @param costs what an insurer explains in it, where it can be relied on
 */
record MyEntry(
    RecordEntry entry,
    Verdict.Grade grade,
    String date,
    String title,
    String author,
    String organisation,
    Optional<EntryKind> kind,
    Optional<MyCosts> costs) {

  static MyEntry of(RecordEntry entry, String organisation, Optional<MyCosts> costs) {
    return new MyEntry(
        entry,
        entry.verdict().grade(),
        entry.description().map(EntryDescription::date).orElse(""),
        entry.description().map(EntryDescription::title).orElse(""),
        entry.description().map(EntryDescription::authorName).orElse(""),
        organisation,
        entry.description().map(EntryDescription::kind),
        costs);
  }

  /** Whether every one of these words is in it. */
  boolean has(List<Sought> words) {
    String all = String.join(" ", date, title, author, organisation);
    return words.stream().allMatch(word -> word.isIn(all));
  }
}
