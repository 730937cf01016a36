package org.chartseal.services.clinical.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartseal.services.clinical.Narrative.Run;
import org.chartseal.services.clinical.Narrative.Style;

/**
 * Collects the text of a paragraph: white space is one space, none at its ends, as a browser sets
 * it.
 */
final class RunCollector {

  private final List<Run> runs = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Set<Style> styles = Set.of();
  private boolean spaceBefore;

  void add(String added, Set<Style> addedStyles) {
    for (int i = 0; i < added.length(); i++) {
      char c = added.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        spaceBefore = true;
      } else {
        begin(addedStyles);
        text.append(c);
      }
    }
  }

  void lineBreak(Set<Style> addedStyles) {
    spaceBefore = false;
    begin(addedStyles);
    text.append('\n');
  }

  /** What was collected; the next begins anew. */
  List<Run> take() {
    spaceBefore = false;
    end();
    while (!runs.isEmpty() && runs.getLast().text().isBlank()) {
      runs.removeLast();
    }
    boolean nothing = runs.stream().allMatch(run -> run.text().isBlank());
    List<Run> taken = nothing ? List.of() : List.copyOf(runs);
    runs.clear();
    return taken;
  }

  private void begin(Set<Style> next) {
    boolean atBegin = runs.isEmpty() && text.isEmpty();
    boolean afterBreak = !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
    if (spaceBefore && !atBegin && !afterBreak) {
      text.append(' ');
    }
    spaceBefore = false;
    if (!next.equals(styles)) {
      end();
      styles = Set.copyOf(next);
    }
  }

  private void end() {
    if (!text.isEmpty()) {
      runs.add(new Run(text.toString(), styles));
      text.setLength(0);
    }
  }
}
