package org.chartseal.services.clinical;

import java.util.List;

/**
 * Whether two descriptions are of one person, and why.
 *
 * @param fields name, birth date, gender and identifiers, in this order
 */
public record MatchExplanation(Verdict verdict, List<FieldMatch> fields) {

  /** The conclusion. Only {@link #SAME} files a document without asking. */
  public enum Verdict {
    /** Birth date and name, or birth date and an identifier, agree, and nothing differs. */
    SAME,
    /** Some agrees, some differs or is missing: a person must look. */
    UNSURE,
    /** Nothing that would identify somebody agrees, or too much differs. */
    OTHER
  }

  /** What was compared. */
  public enum Field {
    NAME,
    BIRTH_DATE,
    GENDER,
    IDENTIFIERS
  }

  /** How one field compares. What one side does not say is never agreement. */
  public enum Comparison {
    AGREES,
    SIMILAR,
    DIFFERS,
    MISSING
  }

  /**
   * One field.
   *
   * @param document as the document has it, for the screen
   * @param card as the card has it, for the screen
   */
  public record FieldMatch(Field field, Comparison comparison, String document, String card) {}

  public MatchExplanation {
    fields = List.copyOf(fields);
  }
}
