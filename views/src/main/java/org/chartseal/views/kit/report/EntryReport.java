package org.chartseal.views.kit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.report.Report;
import org.chartseal.services.report.ReportBlock;
import org.chartseal.services.report.ReportBlock.Cell;
import org.chartseal.services.report.ReportBlock.Fact;
import org.chartseal.services.report.ReportBlock.Heading;
import org.chartseal.services.report.ReportBlock.Row;
import org.chartseal.services.report.ReportBlock.Tone;
import org.chartseal.services.seal.KeyId;
import org.chartseal.views.kit.entry.ContentReport;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.ReasonText;
import org.chartseal.views.kit.verdict.VerdictWords;

/** One entry: its verdict, what it says, and the evidence. */
public final class EntryReport {

  private static final List<Integer> WIDTHS = List.of(30, 14, 56);

  private final Localisation words;
  private final Texts texts;
  private final VerdictWords verdicts;
  private final ReasonText reasons;

  /**
   * @param words of a language that does not change meanwhile
   */
  public EntryReport(Localisation words) {
    this.words = words;
    this.texts = words.texts(EntryReport.class);
    this.verdicts = new VerdictWords(words);
    this.reasons = new ReasonText(words);
  }

  /**
   * The report.
   *
   * @param content absent when it is not shown; that of a failed entry never is
   */
  public Report of(Opening opening, ReportEntry entry, Optional<ContentView> content) {
    OpeningFacts facts = new OpeningFacts(words, opening);
    Verdict verdict = entry.entry().verdict();
    String title =
        entry.title().isEmpty()
            ? texts.get("untitled")
            : new EntryWords(words).title(entry.title());
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(verdictNotice(verdict));
    blocks.add(new ReportBlock.Facts(about(entry)));
    blocks.add(new ReportBlock.Facts(facts.facts()));
    blocks.add(new Heading(texts.get("content"), Heading.Level.PART));
    if (verdict.grade() == Verdict.Grade.FAILED || content.isEmpty()) {
      blocks.add(new ReportBlock.Notice(texts.get("content.hidden"), Tone.BAD));
    } else {
      blocks.addAll(new ContentReport(words).of(content.get().values(), content.get().original()));
    }
    blocks.add(new Heading(texts.get("checks"), Heading.Level.PART));
    blocks.add(
        new ReportBlock.Table(
            WIDTHS,
            List.of(texts.get("column.check"), texts.get("column.result"), texts.get("column.why")),
            verdict.checks().stream().map(this::row).toList()));
    blocks.add(new Heading(texts.get("evidence"), Heading.Level.PART));
    blocks.add(new ReportBlock.Facts(evidence(entry)));
    String head =
        texts.get("entry.head", title, opening.patient().name(), verdicts.grade(verdict.grade()));
    return new Report(
        title,
        texts.get("entry.subtitle", opening.patient().name()),
        words.formats().locale(),
        Report.Orientation.PORTRAIT,
        facts.furniture(head),
        blocks);
  }

  private ReportBlock verdictNotice(Verdict verdict) {
    String grade = verdicts.grade(verdict.grade());
    return new ReportBlock.Notice(
        verdict.grade() == Verdict.Grade.PROVEN
            ? texts.get("verdict.proven", grade)
            : texts.get("verdict.bad", grade, reasons.against(verdict)),
        Tones.of(verdict.grade()));
  }

  private List<Fact> about(ReportEntry entry) {
    List<Fact> facts = new ArrayList<>();
    add(facts, texts.get("column.kind"), entry.kind());
    add(facts, texts.get("column.date"), words.formats().clinicalDay(entry.date()));
    add(facts, texts.get("column.author"), entry.author());
    add(facts, texts.get("column.organisation"), entry.organisation());
    return facts;
  }

  private Row row(CheckResult result) {
    return new Row(
        List.of(
            Cell.of(verdicts.check(result.check())),
            Cell.of(verdicts.status(result.status()), Tones.of(result.status())),
            Cell.of(reasons.of(result))));
  }

  private List<Fact> evidence(ReportEntry entry) {
    List<Fact> facts = new ArrayList<>();
    add(facts, texts.get("evidence.entry"), entry.name());
    add(facts, texts.get("evidence.slot"), entry.entry().anchor().slot().slot().value().hex());
    add(
        facts,
        texts.get("evidence.anchored"),
        words.formats().moment(entry.entry().anchor().word().anchoredAt()));
    // The record may have been read on since: the newest block is not that of this verdict.
    BlockRef at = entry.entry().at();
    add(facts, texts.get("evidence.block"), words.formats().number(at.number()));
    add(facts, texts.get("evidence.hash"), at.hash().hex());
    entry
        .entry()
        .reference()
        .ifPresent(reference -> {
          add(
              facts,
              texts.get("evidence.cid"),
              new Cid(reference.digests().manifestDigest()).toString());
          add(facts, texts.get("evidence.root"), reference.digests().contentRoot().hex());
        });
    entry
        .entry()
        .description()
        .ifPresent(said -> {
          add(facts, texts.get("evidence.key"), KeyId.of(said.author()).value().hex());
          said.certificates()
              .ifPresent(block -> add(facts, texts.get("evidence.certificate"), block.hex()));
        });
    return facts;
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(Fact.of(name, value));
    }
  }
}
