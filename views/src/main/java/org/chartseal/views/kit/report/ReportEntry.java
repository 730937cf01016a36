package org.chartseal.views.kit.report;

import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.EntryDescription;

/**
 * An entry on paper.
 *
 * @param name how people and commands name it; may be empty
 * @param kind in a word
 * @param organisation that wrote it, by name
 */
public record ReportEntry(String name, String kind, String organisation, RecordEntry entry) {

  public String date() {
    return entry.description().map(EntryDescription::date).orElse("");
  }

  public String title() {
    return entry.description().map(EntryDescription::title).orElse("");
  }

  public String author() {
    return entry.author().orElse("");
  }
}
