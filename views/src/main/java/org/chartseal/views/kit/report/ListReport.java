package org.chartseal.views.kit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.report.Report;
import org.chartseal.services.report.ReportBlock;
import org.chartseal.services.report.ReportBlock.Cell;
import org.chartseal.services.report.ReportBlock.Fact;
import org.chartseal.services.report.ReportBlock.Row;
import org.chartseal.services.report.ReportBlock.Tone;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.ReasonText;
import org.chartseal.views.kit.verdict.VerdictWords;

/** The entries of a record as a list, each with its verdict. */
public final class ListReport {

  private static final List<Integer> WIDTHS = List.of(11, 12, 10, 34, 17, 16);

  private final Localisation words;
  private final Texts texts;
  private final VerdictWords verdicts;
  private final ReasonText reasons;

  /**
   * @param words of a language that does not change meanwhile
   */
  public ListReport(Localisation words) {
    this.words = words;
    this.texts = words.texts(ListReport.class);
    this.verdicts = new VerdictWords(words);
    this.reasons = new ReasonText(words);
  }

  /**
   * The report.
   *
   * @param entries in their order
   * @param filter that left these; empty for all
   * @param all how many there are without it
   */
  public Report of(Opening opening, List<ReportEntry> entries, String filter, int all) {
    OpeningFacts facts = new OpeningFacts(words, opening);
    List<Fact> said = new ArrayList<>(facts.facts());
    said.add(
        Fact.of(
            texts.get("entries"),
            filter.isBlank()
                ? texts.get("entries.all", entries.size())
                : texts.get("entries.some", entries.size(), all, filter)));
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(new ReportBlock.Facts(said));
    long bad = entries.stream().filter(one -> !one.entry().isProven()).count();
    if (bad > 0) {
      blocks.add(new ReportBlock.Notice(texts.get("unproven", bad), Tone.CAUTION));
    }
    if (!entries.isEmpty()) {
      blocks.add(
          new ReportBlock.Table(WIDTHS, head(), () -> entries.stream().map(this::row).iterator()));
    }
    String title = texts.get("list.title", opening.patient().name());
    return new Report(
        title,
        texts.get("list.subtitle"),
        words.formats().locale(),
        Report.Orientation.LANDSCAPE,
        facts.furniture(title),
        blocks);
  }

  private List<String> head() {
    return List.of(
        texts.get("column.verdict"),
        texts.get("column.date"),
        texts.get("column.kind"),
        texts.get("column.title"),
        texts.get("column.author"),
        texts.get("column.organisation"));
  }

  private Row row(ReportEntry one) {
    Verdict verdict = one.entry().verdict();
    Tone tone = Tones.of(verdict.grade());
    boolean failed = verdict.grade() == Verdict.Grade.FAILED;
    return new Row(
        List.of(
            Cell.of(verdicts.grade(verdict.grade()), tone),
            Cell.of(words.formats().clinicalDay(one.date())),
            Cell.of(one.kind()),
            new Cell(
                1,
                Optional.of(one.title())
                    .filter(title -> !title.isEmpty())
                    .map(new EntryWords(words)::title)
                    .orElse(texts.get("untitled")),
                failed ? Tone.QUIET : Tone.PLAIN,
                one.entry().isProven() ? "" : reasons.against(verdict)),
            Cell.of(one.author()),
            Cell.of(one.organisation())));
  }
}
