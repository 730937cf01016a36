package org.chartseal.views.timeline.draw;

import java.text.NumberFormat;
import java.util.Locale;

/** Values as they are read. */
final class Numbers {

  private static final int DIGITS = 2;

  private final NumberFormat format;

  Numbers(Locale locale) {
    format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(DIGITS);
  }

  String of(double value) {
    return format.format(value);
  }
}
