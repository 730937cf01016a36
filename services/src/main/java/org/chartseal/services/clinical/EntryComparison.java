package org.chartseal.services.clinical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two entries side by side: what they say of the same stands in one row, by its code or, where
 * there is none, by its words. Each statement of either entry is in one row.
 *
 * @param rows in clinical order
 */
public record EntryComparison(List<Row> rows) {

  public EntryComparison {
    rows = List.copyOf(rows);
  }

  /** How two statements of the same differ. */
  public enum Difference {
    SAME,
    CHANGED,
    ONLY_FIRST,
    ONLY_SECOND
  }

  /**
   * What the entries say of one thing; at least one of them says something.
   *
   * @param section as {@link EntryView.Section#title()}
   */
  public record Row(
      String section, Optional<EntryView.Line> first, Optional<EntryView.Line> second) {

    /** What it is about. */
    public String label() {
      return first.or(() -> second).map(EntryView.Line::label).orElse("");
    }

    /** Whether value and status agree; when it was said is not compared. */
    public Difference difference() {
      if (first.isEmpty()) {
        return Difference.ONLY_SECOND;
      }
      if (second.isEmpty()) {
        return Difference.ONLY_FIRST;
      }
      EntryView.Line one = first.get();
      EntryView.Line other = second.get();
      return one.value().equals(other.value()) && one.status().equals(other.status())
          ? Difference.SAME
          : Difference.CHANGED;
    }
  }

  /** Compares two entries. */
  public static EntryComparison of(EntryView first, EntryView second) {
    List<Row> rows = new ArrayList<>();
    for (String section : sections(first, second)) {
      rows.addAll(rows(section, lines(first, section), lines(second, section)));
    }
    return new EntryComparison(rows);
  }

  /** Those of the first; those that only the second has, after the one before them there. */
  private static List<String> sections(EntryView first, EntryView second) {
    List<String> sections = new ArrayList<>();
    first.sections().stream().map(EntryView.Section::title).distinct().forEach(sections::add);
    int at = 0;
    for (EntryView.Section section : second.sections()) {
      int known = sections.indexOf(section.title());
      if (known < 0) {
        sections.add(at, section.title());
        at++;
      } else {
        at = known + 1;
      }
    }
    return sections;
  }

  private static List<EntryView.Line> lines(EntryView view, String section) {
    return view.sections().stream()
        .filter(one -> one.title().equals(section))
        .flatMap(one -> one.lines().stream())
        .toList();
  }

  private static List<Row> rows(
      String section, List<EntryView.Line> first, List<EntryView.Line> second) {
    int[] partners = new int[first.size()];
    boolean[] taken = new boolean[second.size()];
    Arrays.fill(partners, -1);
    pair(first, second, EntryComparison::byCode, partners, taken);
    pair(first, second, EntryComparison::byWords, partners, taken);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      Optional<EntryView.Line> partner =
          partners[i] < 0 ? Optional.empty() : Optional.of(second.get(partners[i]));
      rows.add(new Row(section, Optional.of(first.get(i)), partner));
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        rows.add(new Row(section, Optional.empty(), Optional.of(second.get(i))));
      }
    }
    return rows;
  }

  /** Gives those of the first that have no partner yet the next free one with the same key. */
  private static void pair(
      List<EntryView.Line> first,
      List<EntryView.Line> second,
      Function<EntryView.Line, Optional<String>> key,
      int[] partners,
      boolean[] taken) {
    Map<String, Deque<Integer>> free = new HashMap<>();
    for (int i = 0; i < taken.length; i++) {
      int at = i;
      if (!taken[i]) {
        key.apply(second.get(i))
            .ifPresent(one -> free.computeIfAbsent(one, any -> new ArrayDeque<>()).add(at));
      }
    }
    for (int i = 0; i < partners.length; i++) {
      Deque<Integer> same =
          partners[i] < 0 ? key.apply(first.get(i)).map(free::get).orElse(null) : null;
      if (same != null && !same.isEmpty()) {
        partners[i] = same.remove();
        taken[partners[i]] = true;
      }
    }
  }

  private static Optional<String> byCode(EntryView.Line line) {
    return line.code().code().isEmpty()
        ? Optional.empty()
        : Optional.of(line.type() + ' ' + line.code().system() + '|' + line.code().code());
  }

  private static Optional<String> byWords(EntryView.Line line) {
    return Optional.of(line.type() + ' ' + String.join(" ", TermMatch.words(line.label())));
  }
}
