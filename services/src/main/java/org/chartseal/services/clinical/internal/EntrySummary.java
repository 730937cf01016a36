package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartseal.services.clinical.EntryView.Line;
import org.chartseal.services.clinical.internal.ResourceDescriber.Topic;

/** The few values of an entry that a timeline shows. */
final class EntrySummary {

  private static final int MOST = 3;
  private static final int LONGEST = 200;

  private final ResourceDescriber describer;

  EntrySummary(ResourceDescriber describer) {
    this.describer = describer;
  }

  /** Of a visit: what for, what was found, and what there is. */
  Map<String, String> visit(List<JsonNode> resources) {
    Map<String, String> summary = new LinkedHashMap<>();
    JsonNode encounter = resources.getFirst();
    put(summary, "type", FhirText.any(encounter.path("class")));
    put(summary, "reason", FhirText.first(encounter, "reasonCode"));
    put(summary, "problems", labels(resources, Topic.PROBLEMS));
    put(summary, "medicines", labels(resources, Topic.MEDICINES));
    put(summary, "results", results(resources));
    put(summary, "contains", countsOf(resources));
    return summary;
  }

  /** How much there is of what. */
  Map<String, String> counts(List<JsonNode> resources) {
    Map<String, String> summary = new LinkedHashMap<>();
    put(summary, "contains", countsOf(resources));
    return summary;
  }

  static void put(Map<String, String> summary, String key, String value) {
    if (!value.isEmpty()) {
      summary.put(key, clipped(value));
    }
  }

  private static String clipped(String value) {
    if (value.length() <= LONGEST) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return value.substring(0, end) + "…";
  }

  private String labels(List<JsonNode> resources, Topic topic) {
    return some(
        resources.stream()
            .filter(resource -> describer.topic(resource) == topic)
            .map(describer::label)
            .distinct()
            .toList());
  }

  private String results(List<JsonNode> resources) {
    List<String> results = new ArrayList<>();
    for (JsonNode resource : resources) {
      if (describer.topic(resource) == Topic.RESULTS) {
        for (Line line : describer.lines(resource)) {
          if (!line.value().isEmpty()) {
            results.add(line.label() + " " + line.value());
          }
        }
      }
    }
    return some(results);
  }

  private static String some(List<String> texts) {
    String shown = String.join("; ", texts.subList(0, Math.min(MOST, texts.size())));
    return texts.size() > MOST ? shown + " +" + (texts.size() - MOST) : shown;
  }

  private static String countsOf(List<JsonNode> resources) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode resource : resources) {
      counts.merge(ResourceDescriber.type(resource), 1, Integer::sum);
    }
    List<String> texts = new ArrayList<>();
    counts.forEach((type, count) -> texts.add(type + " " + count));
    return String.join(", ", texts);
  }
}
