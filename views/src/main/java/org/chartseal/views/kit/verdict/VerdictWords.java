package org.chartseal.views.kit.verdict;

import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/** A verdict in words alone. */
public final class VerdictWords {

  private final Texts texts;

  public VerdictWords(Localisation localisation) {
    this.texts = localisation.texts(VerdictWords.class);
  }

  public String grade(Verdict.Grade grade) {
    return texts.word("grade", grade);
  }

  /** What is verified. */
  public String check(Check check) {
    return texts.word("check", check);
  }

  /** How it went. */
  public String status(CheckResult.Status status) {
    return texts.word("status", status);
  }
}
