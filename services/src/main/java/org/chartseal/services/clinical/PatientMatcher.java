package org.chartseal.services.clinical;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.chartseal.services.clinical.MatchExplanation.Comparison;
import org.chartseal.services.clinical.MatchExplanation.Field;
import org.chartseal.services.clinical.MatchExplanation.FieldMatch;
import org.chartseal.services.clinical.MatchExplanation.Verdict;

/**
 * Compares whom a document is about with the person of a card.
 *
 * <p>Names are compared without case, accents, punctuation and order; what one side does not say never counts as agreement.
 */
public final class PatientMatcher {

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
    boolean differs =
        List.of(name, birth, gender, identifiers).contains(Comparison.DIFFERS);
    boolean named = name == Comparison.AGREES;
    boolean known = identifiers == Comparison.AGREES;
    boolean born = birth == Comparison.AGREES;
    if (born && (named || known && name == Comparison.SIMILAR) && !differs) {
      return Verdict.SAME;
    }
    if (name == Comparison.DIFFERS && birth != Comparison.AGREES && !known
        || birth == Comparison.DIFFERS && !named && !known
        || name == Comparison.DIFFERS && birth == Comparison.DIFFERS
        || !named && !known && !born && name != Comparison.SIMILAR) {
      return Verdict.OTHER;
    }
    return Verdict.UNSURE;
  }

  private static Comparison names(String document, String card) {
    Set<String> left = words(document);
    Set<String> right = words(card);
    if (left.isEmpty() || right.isEmpty()) {
      return Comparison.MISSING;
    }
    boolean writtenTogether = left.size() == 1 || right.size() == 1;
    if (left.equals(right)
        || writtenTogether && String.join("", left).equals(String.join("", right))) {
      return Comparison.AGREES;
    }
    Set<String> common = new HashSet<>(left);
    common.retainAll(right);
    if (common.size() >= 2) {
      // A middle name that only one side has does not make another person, and two of three words are no chance.
      return common.size() == Math.min(left.size(), right.size())
          ? Comparison.AGREES
          : Comparison.SIMILAR;
    }
    return common.isEmpty() ? Comparison.DIFFERS : Comparison.SIMILAR;
  }

  private static Set<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{Mn}+", "")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new TreeSet<>();
    for (String word : Normalizer.normalize(plain, Normalizer.Form.NFC).split("[^\\p{L}\\p{N}]+")) {
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
    if (document.isEmpty() || card.isEmpty() || "unknown".equals(document) || "unknown".equals(card)) {
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
