package org.chartseal.views.timeline.draw;

import java.text.NumberFormat;
import java.util.Locale;

/** Counts in as little room as they need. */
final class Counts {

  private static final int EXACT = 1000;

  private final NumberFormat compact;
  private final NumberFormat whole;

  Counts(Locale locale) {
    compact = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
    compact.setMaximumFractionDigits(1);
    whole = NumberFormat.getIntegerInstance(locale);
  }

  /** The exact number, where there is room for it. */
  String whole(int count) {
    return whole.format(count);
  }

  String of(int count) {
    return count < EXACT ? Integer.toString(count) : compact.format(count);
  }
}
