package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartseal.services.clinical.EntryView.Line;
import org.chartseal.services.clinical.Narrative;
import org.chartseal.services.clinical.Narrative.Items;
import org.chartseal.services.clinical.Narrative.Paragraph;
import org.chartseal.services.clinical.Narrative.Run;
import org.chartseal.services.clinical.Narrative.Table;
import org.chartseal.services.seal.RefusedException;

/** The sections of a Composition, their narrative as plain text. */
final class CompositionLines {

  private static final int DEEPEST = 10;

  private final ResourceDescriber describer;

  CompositionLines(ResourceDescriber describer) {
    this.describer = describer;
  }

  List<Line> lines(JsonNode composition) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(composition, describer.label(composition), FhirText.any(composition.path("author"))));
    sections(composition, composition.path("section"), lines, 0);
    return lines;
  }

  private void sections(JsonNode composition, JsonNode sections, List<Line> lines, int depth) {
    for (JsonNode section : sections) {
      String title = FhirText.first(section, "title", "code");
      lines.add(line(composition, title, plain(section.path("text").path("div").asText(""))));
      if (depth < DEEPEST) {
        sections(composition, section.path("section"), lines, depth + 1);
      }
    }
  }

  private Line line(JsonNode composition, String label, String value) {
    return new Line(
        ResourceDescriber.ref(composition),
        label,
        value,
        "",
        FhirText.any(composition.path("status")),
        describer.date(composition));
  }

  /**
   * The text of a narrative, a line for each paragraph and row; of one that is no proper XHTML,
   * nothing.
   */
  static String plain(String xhtml) {
    if (xhtml.isBlank()) {
      return "";
    }
    try {
      XmlElement div =
          new HardenedXml()
              .read(xhtml.getBytes(StandardCharsets.UTF_8), Set.of(), (name, at) -> {});
      StringBuilder text = new StringBuilder();
      new NarrativeBuilder().build(div).forEach(block -> write(block, text));
      return text.toString().strip();
    } catch (RefusedException e) {
      return "";
    }
  }

  private static void write(Narrative block, StringBuilder text) {
    switch (block) {
      case Paragraph paragraph -> {
        for (Run run : paragraph.runs()) {
          text.append(run.text());
        }
        text.append('\n');
      }
      case Items items ->
          items
              .items()
              .forEach(item -> {
                text.append("- ");
                item.forEach(inner -> write(inner, text));
              });
      case Table table -> table.rows().forEach(row -> write(row, text));
    }
  }

  private static void write(Narrative.Row row, StringBuilder text) {
    List<String> cells = new ArrayList<>();
    for (Narrative.Cell cell : row.cells()) {
      StringBuilder inner = new StringBuilder();
      cell.content().forEach(block -> write(block, inner));
      cells.add(inner.toString().strip().replace('\n', ' '));
    }
    text.append(String.join(" | ", cells)).append('\n');
  }
}
