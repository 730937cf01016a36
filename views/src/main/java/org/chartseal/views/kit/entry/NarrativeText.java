package org.chartseal.views.kit.entry;

import java.util.List;
import org.chartseal.services.clinical.DocumentView;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.Narrative;

/**
 * The same as plain text, for the clipboard: cells are parted by tabs, so that a sheet takes them.
 */
final class NarrativeText {

  private final StringBuilder text = new StringBuilder();

  private NarrativeText() {}

  static String of(DocumentView.Section section) {
    NarrativeText text = new NarrativeText();
    text.section(section);
    return text.text.toString();
  }

  static String of(EntryView.Section section) {
    NarrativeText text = new NarrativeText();
    text.line(section.title());
    for (EntryView.Line line : section.lines()) {
      text.line(
          String.join("\t", line.label(), line.value(), line.range(), line.status(), line.date()));
    }
    return text.text.toString();
  }

  static String of(List<Narrative> narrative) {
    NarrativeText text = new NarrativeText();
    text.pieces(narrative);
    return text.text.toString();
  }

  /** The text of one paragraph. */
  static String of(Narrative.Paragraph paragraph) {
    StringBuilder words = new StringBuilder();
    paragraph.runs().forEach(run -> words.append(run.text()));
    return words.toString();
  }

  private void section(DocumentView.Section section) {
    line(section.title());
    pieces(section.narrative());
    section.subsections().forEach(this::section);
  }

  private void pieces(List<Narrative> narrative) {
    for (Narrative piece : narrative) {
      switch (piece) {
        case Narrative.Paragraph paragraph -> line(of(paragraph));
        case Narrative.Items items -> items(items);
        case Narrative.Table table -> table(table);
      }
    }
  }

  private void items(Narrative.Items items) {
    int number = 0;
    for (List<Narrative> item : items.items()) {
      number++;
      text.append(items.numbering() == Narrative.Numbering.NUMBERS ? number + ". " : "- ");
      line(of(item).strip());
    }
  }

  private void table(Narrative.Table table) {
    if (!table.caption().isEmpty()) {
      line(table.caption());
    }
    for (Narrative.Row row : table.rows()) {
      line(
          String.join(
              "\t",
              row.cells().stream()
                  .map(cell -> of(cell.content()).strip().replaceAll("\\s+", " "))
                  .toList()));
    }
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
