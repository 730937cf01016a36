package org.chartseal.services.clinical;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartseal.services.clinical.MatchExplanation.Comparison;
import org.chartseal.services.clinical.MatchExplanation.Field;
import org.chartseal.services.clinical.MatchExplanation.FieldMatch;
import org.chartseal.services.clinical.MatchExplanation.Verdict;

/**
 * Compares whom a document is about with the person of a card.
 *
 * <p>Names are compared without case, accents, punctuation and order; what one side does not say
 * never counts as agreement.
 */
public final class PatientMatcher {

  private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String SSN = "http://hl7.org/fhir/sid/us-ssn";
  private static final String SSN_OID = "urn:oid:2.16.840.1.113883.4.1";

  /** Compares. */
  public MatchExplanation compare(PatientDetails document, PatientDetails card) {
    Comparison name = names(document.name(), card.name());
    Comparison birth = birthDates(document.birthDate(), card.birthDate());
    Comparison gender = genders(document.gender(), card.gender());
    Comparison identifiers = identifiers(document.identifiers(), card.identifiers());
    return new MatchExplanation(
        conclude(name, birth, gender, identifiers),
        List.of(
            new FieldMatch(Field.NAME, name, document.name(), card.name()),
            new FieldMatch(Field.BIRTH_DATE, birth, document.birthDate(), card.birthDate()),
            new FieldMatch(Field.GENDER, gender, document.gender(), card.gender()),
            new FieldMatch(
                Field.IDENTIFIERS,
                identifiers,
                shown(document.identifiers()),
                shown(card.identifiers()))));
  }

  private static Verdict conclude(
      Comparison name, Comparison birth, Comparison gender, Comparison identifiers) {
    boolean named = name == Comparison.AGREES;
    boolean known = identifiers == Comparison.AGREES;
    boolean born = birth == Comparison.AGREES;
    boolean alike = named || (known && name == Comparison.SIMILAR);
    boolean contradicted = List.of(name, birth, gender, identifiers).contains(Comparison.DIFFERS);
    if (born && alike && !contradicted) {
      return Verdict.SAME;
    }
    if (name == Comparison.DIFFERS && birth == Comparison.DIFFERS) {
      return Verdict.OTHER;
    }
    return known || named || born || (name == Comparison.SIMILAR && birth != Comparison.DIFFERS)
        ? Verdict.UNSURE
        : Verdict.OTHER;
  }

  private static Comparison names(String document, String card) {
    List<String> left = words(document);
    List<String> right = words(card);
    if (left.isEmpty() || right.isEmpty()) {
      return Comparison.MISSING;
    }
    Set<String> common = new HashSet<>(left);
    common.retainAll(right);
    int shorter = Math.min(Set.copyOf(left).size(), Set.copyOf(right).size());
    if (common.size() == Math.max(left.size(), right.size()) || writtenTogether(left, right)) {
      return Comparison.AGREES;
    }
    if (common.size() >= 2) {
      // A middle name that only one side has makes no other person; two of three words may be
      // chance.
      return common.size() == shorter ? Comparison.AGREES : Comparison.SIMILAR;
    }
    return common.isEmpty() ? Comparison.DIFFERS : Comparison.SIMILAR;
  }

  /** Whether one side has as one word what the other has as two, in whatever order: 홍길동, 길동 홍. */
  private static boolean writtenTogether(List<String> left, List<String> right) {
    if (left.size() != 1 && right.size() != 1) {
      return false;
    }
    String one = left.size() == 1 ? left.getFirst() : right.getFirst();
    List<String> several = left.size() == 1 ? right : left;
    return one.equals(String.join("", several)) || one.equals(String.join("", several.reversed()));
  }

  private static List<String> words(String name) {
    String decomposed =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{Mn}+", "")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    // Hangul is put together again, so that its syllables stay letters of one word.
    for (String word :
        NOT_IN_WORDS.split(Normalizer.normalize(decomposed, Normalizer.Form.NFC), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static Comparison birthDates(String document, String card) {
    if (document.isEmpty() || card.isEmpty()) {
      return Comparison.MISSING;
    }
    if (document.equals(card)) {
      return document.length() == 10 ? Comparison.AGREES : Comparison.SIMILAR;
    }
    // A year or month alone agrees with a date in it, and is not enough by itself.
    return document.startsWith(card) || card.startsWith(document)
        ? Comparison.SIMILAR
        : Comparison.DIFFERS;
  }

  private static Comparison genders(String document, String card) {
    if (document.isEmpty()
        || card.isEmpty()
        || "unknown".equals(document)
        || "unknown".equals(card)) {
      return Comparison.MISSING;
    }
    return document.equals(card) ? Comparison.AGREES : Comparison.DIFFERS;
  }

  private static Comparison identifiers(
      List<PatientIdentifier> document, List<PatientIdentifier> card) {
    boolean comparable = false;
    for (PatientIdentifier left : document) {
      for (PatientIdentifier right : card) {
        if (!left.system().isEmpty() && system(left).equals(system(right))) {
          comparable = true;
          if (value(left).equals(value(right)) && !value(left).isEmpty()) {
            return Comparison.AGREES;
          }
        }
      }
    }
    return comparable ? Comparison.DIFFERS : Comparison.MISSING;
  }

  private static String system(PatientIdentifier identifier) {
    return identifier.system().equals(SSN_OID) ? SSN : identifier.system();
  }

  private static String value(PatientIdentifier identifier) {
    return identifier.value().replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private static String shown(List<PatientIdentifier> identifiers) {
    List<String> values = new ArrayList<>();
    identifiers.forEach(identifier -> values.add(identifier.value()));
    return String.join(", ", values);
  }
}
