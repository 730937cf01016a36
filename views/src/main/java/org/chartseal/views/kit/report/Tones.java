package org.chartseal.views.kit.report;

import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.report.ReportBlock.Tone;

/** How a verdict's words are set. */
final class Tones {

  private Tones() {}

  static Tone of(Verdict.Grade grade) {
    return switch (grade) {
      case PROVEN -> Tone.GOOD;
      case UNKNOWN, RETRACTED, DOUBTFUL -> Tone.CAUTION;
      case FAILED -> Tone.BAD;
    };
  }

  static Tone of(CheckResult.Status status) {
    return switch (status) {
      case PASSED -> Tone.GOOD;
      case UNKNOWN -> Tone.CAUTION;
      case FAILED -> Tone.BAD;
    };
  }
}
