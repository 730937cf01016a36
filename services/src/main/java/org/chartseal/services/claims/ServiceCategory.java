package org.chartseal.services.claims;

import java.util.Locale;

/**
 * Which kind of resource a billable service stands in; rule packs give each category a default
 * price.
 */
public enum ServiceCategory {
  /** An {@code Encounter}: the visit itself. */
  VISIT,
  /** A {@code Procedure}. */
  PROCEDURE,
  /** An {@code Immunization}. */
  IMMUNIZATION;

  /** The word for it in tables and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the word for a category.
   *
   * @throws IllegalArgumentException if there is no such category
   */
  public static ServiceCategory ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
