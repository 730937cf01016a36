package org.chartseal.services.claims;

import java.util.Optional;

/**
 * What a rule pack's service table says about a code on a day.
 *
 * @param listing whether the code itself is listed
 * @param benefit the table's word for it, for instance {@code covered} or {@code excluded}; empty
 *     when nothing is listed
 * @param price what the plan recognises at most; absent when nothing is listed
 * @param preventive the table's word, for instance {@code yes}; empty when nothing is listed
 */
public record ServiceTerms(
    Listing listing, String benefit, Optional<Money> price, String preventive) {

  /** How a code was found. */
  public enum Listing {
    /** The code is listed for that day. */
    CODE("code"),
    /** Only its category has a default. */
    CATEGORY("category"),
    /** The code is listed, but not for that day. */
    OTHER_DAY("other-day"),
    /** Neither the code nor its category is listed. */
    NONE("none");

    private final String word;

    Listing(String word) {
      this.word = word;
    }

    /** The word for it in tables. */
    public String word() {
      return word;
    }
  }
}
