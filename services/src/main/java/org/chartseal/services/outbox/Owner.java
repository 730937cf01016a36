package org.chartseal.services.outbox;

import java.util.regex.Pattern;

/**
 * Whose job it is, so that a screen finds it again: an opaque label of the caller's choice, and no
 * name.
 *
 * @param label up to 64 letters, digits, {@code -} and {@code _}; empty for nobody's
 */
public record Owner(String label) {

  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{0,64}");

  /** A job that no screen asks for. */
  public static final Owner NONE = new Owner("");

  /**
   * @throws IllegalArgumentException if the label could hold more than an identifier
   */
  public Owner {
    if (!OPAQUE.matcher(label).matches()) {
      throw new IllegalArgumentException("an owner's label is an opaque identifier");
    }
  }
}
