package org.chartseal.views.looked;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.text.Texts;

/** The openings as lines of a table for other programs: times as machines write them. */
final class LookedLines {

  private final Texts texts;
  private final ConsentWords words;

  LookedLines(Kit kit) {
    this.texts = kit.texts(LookedLines.class);
    this.words = new ConsentWords(kit);
  }

  List<List<String>> of(List<LookedRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            texts.get("column.first"),
            texts.get("column.last"),
            texts.get("column.times"),
            texts.get("column.reader"),
            texts.get("column.organisation"),
            texts.get("column.purpose"),
            texts.get("column.opened"),
            texts.get("column.reason")));
    for (LookedRow row : rows) {
      if (row instanceof LookedRow.Opening(Look look)) {
        lines.add(
            List.of(
                look.first().toString(),
                look.last().toString(),
                Integer.toString(look.times()),
                look.reader(),
                look.organisation(),
                words.purpose(look.purpose()),
                look.classes().stream().map(words::clazz).collect(Collectors.joining(", ")),
                look.reason()));
      }
    }
    return lines;
  }
}
