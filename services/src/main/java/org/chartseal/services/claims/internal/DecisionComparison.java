package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.ReplayOutcome.Difference;

/** Compares what a decision's body states with what was decided again. */
public final class DecisionComparison {

  private static final String LINES = "lines";

  private DecisionComparison() {}

  /** The differences; none only when the bodies are the same to the byte. */
  public static List<Difference> compare(byte[] stated, Decision decided) {
    JsonNode left = DecisionReader.tree(stated);
    JsonNode right = DecisionWriter.tree(decided);
    List<Difference> differences = new ArrayList<>();
    for (String field : names(left, right)) {
      if (field.equals(LINES)) {
        compareLines(left.path(LINES), right.path(LINES), differences);
      } else {
        compare(0, field, left.path(field), right.path(field), differences);
      }
    }
    if (differences.isEmpty() && !Arrays.equals(stated, DecisionWriter.bytes(decided))) {
      differences.add(
          new Difference(0, "bytes", "another spelling", "the one that this version writes"));
    }
    return List.copyOf(differences);
  }

  private static void compareLines(JsonNode left, JsonNode right, List<Difference> differences) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      JsonNode stated = left.path(i);
      JsonNode decided = right.path(i);
      int sequence = (decided.isMissingNode() ? stated : decided).path("sequence").asInt();
      for (String field : names(stated, decided)) {
        compare(sequence, field, stated.path(field), decided.path(field), differences);
      }
    }
  }

  private static void compare(
      int sequence, String field, JsonNode stated, JsonNode decided, List<Difference> differences) {
    // Compared as text: a number may be the same in value and another kind of node.
    if (!stated.toString().equals(decided.toString())) {
      differences.add(new Difference(sequence, field, stated.toString(), decided.toString()));
    }
  }

  private static Set<String> names(JsonNode left, JsonNode right) {
    Set<String> names = new LinkedHashSet<>();
    left.fieldNames().forEachRemaining(names::add);
    right.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
