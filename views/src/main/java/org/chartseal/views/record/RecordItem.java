package org.chartseal.views.record;

import java.util.Collection;
import java.util.List;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.views.kit.text.Formats;
import org.chartseal.views.kit.text.Texts;

/**
 * One entry of an open record.
 *
 * @param name how people and commands name it
 * @param writer name of the organisation that wrote it
 * @param entry with its verdict, without its content
 * @param lines what its resources say, one statement each; none of an entry that is not proven
 */
public record RecordItem(
    String name, String writer, RecordEntry entry, List<EntryView.Line> lines) {

  public RecordItem {
    lines = List.copyOf(lines);
  }

  /** This entry as it was read anew, if it is among these. */
  RecordItem newestOf(Collection<RecordItem> batch) {
    return batch.stream().filter(item -> item.name.equals(name)).findFirst().orElse(this);
  }

  Verdict.Grade grade() {
    return entry.verdict().grade();
  }

  /** The clinical date as written; empty when the entry could not be opened. */
  String date() {
    return entry.description().map(EntryDescription::date).orElse("");
  }

  String title() {
    return entry.description().map(EntryDescription::title).orElse("");
  }

  String author() {
    return entry.author().orElse("");
  }

  /** When it was, who wrote it, and for whom unless that is the same. */
  String by(Texts texts, Formats formats) {
    String who = author().isEmpty() || author().equals(writer) ? writer : author() + " · " + writer;
    return texts.get("entry.by", formats.clinicalDay(date()), who);
  }

  /** What it is; a void entry when it could not be opened. */
  EntryKind kind() {
    return entry.description().map(EntryDescription::kind).orElse(EntryKind.VOID);
  }
}
