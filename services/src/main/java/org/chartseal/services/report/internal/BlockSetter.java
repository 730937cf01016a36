package org.chartseal.services.report.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.report.ReportBlock;
import org.chartseal.services.report.ReportBlock.Fact;
import org.chartseal.services.report.ReportBlock.Tone;

/** Sets everything but tables. */
final class BlockSetter {

  static final float GAP = 10;

  private static final float BODY = 9.5f;
  private static final float LEADING = 1.42f;
  private static final float PAD = 8;
  private static final float BAR = 3;
  private static final float NAMES = 132;

  private final Sheets sheets;

  BlockSetter(Sheets sheets) {
    this.sheets = sheets;
  }

  void title(String title, String subtitle) throws IOException {
    lines(title, 17, Tone.STRONG, sheets.left(), sheets.width());
    if (!subtitle.isEmpty()) {
      sheets.advance(2);
      lines(subtitle, 10.5f, Tone.QUIET, sheets.left(), sheets.width());
    }
    sheets.advance(GAP);
    sheets.rule(sheets.y());
    sheets.advance(GAP);
  }

  void set(ReportBlock block) throws IOException {
    switch (block) {
      case ReportBlock.Heading(String text, var level) -> heading(text, level);
      case ReportBlock.Paragraph(String text, Tone tone) -> {
        lines(text, BODY, tone, sheets.left(), sheets.width());
        sheets.advance(GAP / 2);
      }
      case ReportBlock.Notice(String text, Tone tone) -> notice(text, tone);
      case ReportBlock.Facts(List<Fact> facts) -> {
        for (Fact fact : facts) {
          fact(fact);
        }
        sheets.advance(GAP);
      }
      case ReportBlock.Table table -> throw new IllegalArgumentException("tables are set by row");
    }
  }

  private void heading(String text, ReportBlock.Heading.Level level) throws IOException {
    float size =
        switch (level) {
          case PART -> 13;
          case SECTION -> 10.5f;
        };
    // A title at the foot of a sheet would stand alone.
    sheets.need(size * LEADING + 5 * BODY * LEADING);
    if (!sheets.isFresh()) {
      sheets.advance(GAP);
    }
    lines(text, size, Tone.STRONG, sheets.left(), sheets.width());
    sheets.advance(4);
  }

  private void notice(String text, Tone tone) throws IOException {
    float inner = sheets.width() - 2 * PAD - BAR;
    Face face = sheets.face(Ink.isBold(tone));
    List<String> lines = Lines.of(face, BODY, inner, text);
    float height = lines.size() * BODY * LEADING + 2 * PAD;
    if (height > sheets.whole()) {
      lines(text, BODY, tone, sheets.left(), sheets.width());
      return;
    }
    sheets.need(height);
    sheets.fill(Ink.SHADE, sheets.left(), sheets.width(), height);
    sheets.fill(Ink.of(tone), sheets.left(), BAR, height);
    sheets.advance(PAD);
    for (String line : lines) {
      sheets.text(face, BODY, Ink.of(tone), sheets.left() + BAR + PAD, line);
      sheets.advance(BODY * LEADING);
    }
    sheets.advance(PAD + GAP);
  }

  private void fact(Fact fact) throws IOException {
    Face quiet = sheets.face(false);
    List<String> names = new ArrayList<>(Lines.of(quiet, BODY, NAMES - PAD, fact.name()));
    Face face = sheets.face(Ink.isBold(fact.tone()));
    List<String> values = Lines.of(face, BODY, sheets.width() - NAMES, fact.value());
    for (int line = 0; line < Math.max(names.size(), values.size()); line++) {
      sheets.need(BODY * LEADING);
      if (line < names.size()) {
        sheets.text(quiet, BODY, Ink.QUIET, sheets.left(), names.get(line));
      }
      if (line < values.size()) {
        sheets.text(face, BODY, Ink.of(fact.tone()), sheets.left() + NAMES, values.get(line));
      }
      sheets.advance(BODY * LEADING);
    }
  }

  private void lines(String text, float size, Tone tone, float x, float wide) throws IOException {
    Face face = sheets.face(Ink.isBold(tone));
    for (String line : Lines.of(face, size, wide, text)) {
      sheets.need(size * LEADING);
      sheets.text(face, size, Ink.of(tone), x, line);
      sheets.advance(size * LEADING);
    }
  }
}
