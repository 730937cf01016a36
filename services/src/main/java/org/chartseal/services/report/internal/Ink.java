package org.chartseal.services.report.internal;

import java.awt.Color;
import org.chartseal.services.report.ReportBlock.Tone;

/** The colours of paper: dark enough to be read after a copier. */
final class Ink {

  static final Color TEXT = new Color(0x1b2129);
  static final Color QUIET = new Color(0x565f6b);
  static final Color RULE = new Color(0xd0d6de);
  static final Color SHADE = new Color(0xf1f4f7);

  private static final Color GOOD = new Color(0x0a6138);
  private static final Color CAUTION = new Color(0x7d4e00);
  private static final Color BAD = new Color(0xa31515);

  private Ink() {}

  static Color of(Tone tone) {
    return switch (tone) {
      case PLAIN, STRONG -> TEXT;
      case QUIET -> QUIET;
      case GOOD -> GOOD;
      case CAUTION -> CAUTION;
      case BAD -> BAD;
    };
  }

  static boolean isBold(Tone tone) {
    return switch (tone) {
      case PLAIN, QUIET, GOOD -> false;
      case STRONG, CAUTION, BAD -> true;
    };
  }
}
