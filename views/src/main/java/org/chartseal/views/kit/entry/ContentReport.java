package org.chartseal.views.kit.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.DocumentView;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.Narrative;
import org.chartseal.services.report.ReportBlock;
import org.chartseal.services.report.ReportBlock.Cell;
import org.chartseal.services.report.ReportBlock.Heading;
import org.chartseal.services.report.ReportBlock.Heading.Level;
import org.chartseal.services.report.ReportBlock.Paragraph;
import org.chartseal.services.report.ReportBlock.Row;
import org.chartseal.services.report.ReportBlock.Tone;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/** The content of one entry for paper: its values, then the original document. */
public final class ContentReport {

  /** A wider table is set row by row: its columns would be narrower than a word. */
  private static final int WIDEST = 8;

  private static final String PERIOD = " – ";

  private final Localisation words;
  private final Texts texts;

  /**
   * @param words of a language that does not change meanwhile
   */
  public ContentReport(Localisation words) {
    this.words = words;
    this.texts = words.texts(ContentReport.class);
  }

  public List<ReportBlock> of(EntryOutcome values, DocumentOutcome original) {
    List<ReportBlock> blocks = new ArrayList<>();
    switch (values) {
      case EntryOutcome.NotShown(var fault) -> blocks.add(fault(fault));
      case EntryOutcome.Shown(var view) when view.sections().isEmpty() ->
          blocks.add(new Paragraph(texts.get("content.none"), Tone.QUIET));
      case EntryOutcome.Shown(var view) ->
          view.sections().forEach(section -> values(section, blocks));
    }
    switch (original) {
      case DocumentOutcome.Nothing nothing -> {
        // The values are all there is.
      }
      case DocumentOutcome.NotShown(var fault) -> blocks.add(fault(fault));
      case DocumentOutcome.Shown(var document) -> document(document, blocks);
    }
    return blocks;
  }

  private Paragraph fault(Fault fault) {
    return new Paragraph(
        new FaultTexts(words).sentence(fault) + " (" + fault.code() + ")", Tone.CAUTION);
  }

  private void values(EntryView.Section section, List<ReportBlock> blocks) {
    blocks.add(new Heading(known("topic.", section.title()), Level.SECTION));
    blocks.add(
        new ReportBlock.Table(
            List.of(44, 34, 22),
            List.of(),
            () -> section.lines().stream().map(this::value).iterator()));
  }

  private Row value(EntryView.Line line) {
    String range = line.range().isEmpty() ? "" : texts.get("range", line.range());
    String when =
        Stream.of(line.date().split(PERIOD, -1))
            .map(words.formats()::clinicalDay)
            .distinct()
            .collect(Collectors.joining(PERIOD));
    return new Row(
        List.of(
            Cell.of(line.label()),
            new Cell(1, line.value(), Tone.STRONG, range),
            new Cell(1, when, Tone.QUIET, known("status.", line.status()))));
  }

  private void document(DocumentView document, List<ReportBlock> blocks) {
    String title = document.header().title();
    blocks.add(
        new Heading(
            texts.get("content.original") + ": " + titled(title, "document.untitled"), Level.PART));
    document.sections().forEach(section -> section(section, blocks));
    for (DocumentView.Attachment attachment : document.attachments()) {
      blocks.add(
          new Paragraph(
              attachment.reference().isEmpty()
                  ? texts.get(
                      "attachment.inside", attachment.mediaType(), attachment.bytes().length)
                  : texts.get(
                      "attachment.elsewhere", attachment.mediaType(), attachment.reference()),
              Tone.QUIET));
    }
  }

  private void section(DocumentView.Section section, List<ReportBlock> blocks) {
    blocks.add(new Heading(titled(section.title(), "section.untitled"), Level.SECTION));
    section.narrative().forEach(piece -> narrative(piece, blocks));
    section.subsections().forEach(inside -> section(inside, blocks));
  }

  private void narrative(Narrative piece, List<ReportBlock> blocks) {
    switch (piece) {
      case Narrative.Paragraph paragraph ->
          blocks.add(new Paragraph(NarrativeText.of(paragraph), Tone.PLAIN));
      case Narrative.Items items ->
          blocks.add(new Paragraph(NarrativeText.of(List.of(items)).strip(), Tone.PLAIN));
      case Narrative.Table table -> table(table, blocks);
    }
  }

  private static void table(Narrative.Table table, List<ReportBlock> blocks) {
    if (!table.caption().isEmpty()) {
      blocks.add(new Paragraph(table.caption(), Tone.STRONG));
    }
    TableLayout layout = TableLayout.of(table);
    if (layout.columns() > WIDEST || layout.columns() == 0) {
      blocks.add(new Paragraph(NarrativeText.of(List.of(table)).strip(), Tone.PLAIN));
      return;
    }
    blocks.add(
        new ReportBlock.Table(
            Collections.nCopies(layout.columns(), 1),
            List.of(),
            () -> layout.rows().stream().map(ContentReport::row).iterator()));
  }

  private static Row row(TableLayout.Row row) {
    Tone tone = row.kind() == Narrative.RowKind.HEADING ? Tone.STRONG : Tone.PLAIN;
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    for (TableLayout.Placed placed : row.cells()) {
      for (; column < placed.column(); column++) {
        // A cell of a row above covers this place.
        cells.add(Cell.of(""));
      }
      cells.add(
          new Cell(placed.columns(), NarrativeText.of(placed.cell().content()).strip(), tone, ""));
      column += placed.columns();
    }
    return new Row(cells);
  }

  private String titled(String title, String otherwise) {
    return title.isBlank() ? texts.get(otherwise) : title;
  }

  /** The word for something that services say in English, where there is one. */
  private String known(String family, String said) {
    String key = family + said.toLowerCase(Locale.ROOT).replace(' ', '-');
    return texts.has(key) ? texts.get(key) : said;
  }
}
