package org.chartseal.services.claims;

import java.util.Locale;

/**
 * What a check of evidence found.
 *
 * @param state whether the evidence holds
 * @param detail what was looked at, or why it does not hold; a sentence without content of the
 *     record
 */
public record Finding(State state, String detail) {

  /** Unknown is never shown as good. */
  public enum State {
    HOLDS,
    FAILS,
    UNKNOWN;

    /** The word for it in tables and files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Finding holds(String detail) {
    return new Finding(State.HOLDS, detail);
  }

  public static Finding fails(String detail) {
    return new Finding(State.FAILS, detail);
  }

  public static Finding unknown(String detail) {
    return new Finding(State.UNKNOWN, detail);
  }
}
