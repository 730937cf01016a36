package org.chartseal.app.cli;

import org.chartseal.services.clinical.ContentViewer;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.record.RecordEntry;

/** An entry's resources as lines of text. */
final class EntryText {

  private EntryText() {}

  /** The text; empty when there is no content that could be shown. */
  static String of(ContentViewer viewer, RecordEntry entry) {
    if (entry.content().isEmpty()
        || !(viewer.entry(entry.content().get())
            instanceof ContentViewer.EntryOutcome.Shown(EntryView view))) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (EntryView.Section section : view.sections()) {
      text.append(section.title()).append(System.lineSeparator());
      for (EntryView.Line line : section.lines()) {
        text.append(
            "  %-50s %-24s %-12s %s%n"
                .formatted(line.label(), line.value(), line.status(), line.date()));
      }
    }
    return text.toString();
  }
}
