package org.chartseal.services.clinical;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.clinical.DocumentView.Coded;

/**
 * What an opened record already names, offered to who writes about the same: its words with its
 * code.
 */
public final class RecordTerms {

  /** What is written. */
  public enum Field {
    PROBLEM,
    MEDICINE,
    ORDER
  }

  private final int most;

  /**
   * @param most so many are offered at most
   */
  public RecordTerms(int most) {
    this.most = most;
  }

  /**
   * Terms in which every typed word begins a word: those that begin with what is typed first, then
   * as the record has them.
   */
  public List<Coded> offer(Field field, String typed, Collection<Stated> record) {
    Set<String> wanted = TermMatch.words(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    String first = wanted.iterator().next();
    Map<String, Coded> found = new LinkedHashMap<>();
    for (Stated stated : record) {
      EntryView.Line line = stated.line();
      if (names(field, line.type()) && isNamed(line) && fits(line.label(), wanted)) {
        String key = String.join(" ", TermMatch.words(line.label()));
        Coded offered = new Coded(line.code().system(), line.code().code(), line.label());
        found.merge(key, offered, (one, other) -> one.code().isEmpty() ? other : one);
      }
    }
    List<Coded> ranked = new ArrayList<>(found.values());
    ranked.sort(Comparator.comparing(term -> !begins(term.display(), first)));
    return List.copyOf(ranked.subList(0, Math.min(most, ranked.size())));
  }

  private static boolean names(Field field, String type) {
    return switch (field) {
      case PROBLEM -> type.equals("Condition");
      case MEDICINE -> type.equals("MedicationRequest") || type.equals("MedicationStatement");
      case ORDER ->
          switch (type) {
            case "Observation", "DiagnosticReport", "ImagingStudy", "Procedure", "ServiceRequest" ->
                true;
            default -> false;
          };
    };
  }

  /** Of a resource that does not say what it is about, there is nothing but its type. */
  private static boolean isNamed(EntryView.Line line) {
    return !line.label().equals(line.type());
  }

  private static boolean fits(String label, Set<String> wanted) {
    Set<String> said = TermMatch.words(label);
    return wanted.stream().allMatch(word -> said.stream().anyMatch(one -> one.startsWith(word)));
  }

  private static boolean begins(String label, String word) {
    Set<String> said = TermMatch.words(label);
    return !said.isEmpty() && said.iterator().next().startsWith(word);
  }
}
