package org.chartseal.services.clinical;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartseal.services.clinical.DocumentView.Coded;

/** Whether a statement is about the same as a term, by code where both have one, else by words. */
final class TermMatch {

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LATIN = Pattern.compile("[a-z]+");
  private static final int LEAST_LATIN = 4;
  private static final int LEAST_OTHER = 2;

  /** Words of medicines' and allergies' names that name no substance. */
  private static final Set<String> NO_SUBSTANCE =
      Set.of(
          "acid",
          "allergic",
          "allergy",
          "capsule",
          "chloride",
          "containing",
          "cream",
          "delayed",
          "disorder",
          "drug",
          "extended",
          "finding",
          "hour",
          "hydrochloride",
          "inhaler",
          "injectable",
          "injection",
          "intolerance",
          "medication",
          "medicine",
          "oral",
          "pack",
          "potassium",
          "prefilled",
          "product",
          "reaction",
          "release",
          "sodium",
          "solution",
          "spray",
          "substance",
          "sulfate",
          "suspension",
          "syringe",
          "tablet",
          "topical",
          "with");

  /** How near a statement is to a term, the nearest first. */
  enum Closeness {
    SAME_CODE,
    SAME_WORDS,
    WORDS_WITHIN,
    OTHER
  }

  private final Coded term;
  private final Set<String> words;

  TermMatch(Coded term) {
    this.term = term;
    this.words = words(term.display());
  }

  /**
   * By its code; by its words where one of them has no code of the other's system: all of the
   * term's stand in the statement's label.
   */
  Closeness closeness(EntryView.Line line) {
    Coded other = line.code();
    if (!term.code().isEmpty() && term.system().equals(other.system())) {
      return term.code().equals(other.code()) ? Closeness.SAME_CODE : Closeness.OTHER;
    }
    Set<String> said = words(line.label());
    if (words.isEmpty() || !said.containsAll(words)) {
      return Closeness.OTHER;
    }
    return said.equals(words) ? Closeness.SAME_WORDS : Closeness.WORDS_WITHIN;
  }

  /** Whether both carry a code that is the same, or names a word of which could be a substance. */
  boolean sharesSubstance(EntryView.Line line) {
    boolean sameCode =
        !term.code().isEmpty()
            && term.system().equals(line.code().system())
            && term.code().equals(line.code().code());
    return sameCode
        || words(line.label()).stream()
            .filter(TermMatch::mayBeSubstance)
            .anyMatch(said ->
                words.stream()
                    .filter(TermMatch::mayBeSubstance)
                    .anyMatch(word -> word.startsWith(said) || said.startsWith(word)));
  }

  private static boolean mayBeSubstance(String word) {
    if (Character.isDigit(word.codePointAt(0)) || NO_SUBSTANCE.contains(word)) {
      return false;
    }
    int least = LATIN.matcher(word).matches() ? LEAST_LATIN : LEAST_OTHER;
    return word.length() >= least;
  }

  /** In lower case and without accents. */
  static Set<String> words(String text) {
    String plain =
        Normalizer.normalize(
            MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll(""),
            Normalizer.Form.NFC);
    Set<String> words = new LinkedHashSet<>();
    for (String word : BETWEEN_WORDS.split(plain.toLowerCase(Locale.ROOT), 0)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
