package org.chartseal.views.kit.state;

import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.task.Step;
import org.chartseal.views.kit.text.Texts;

/** How far a job is, in numbers and time left. */
public final class StepWords {

  private final Kit kit;
  private final Texts texts;

  public StepWords(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(StepWords.class);
  }

  /** The words; empty while nothing is known. */
  public String of(Step step) {
    if (step.total() <= 0) {
      return step.done() <= 0 ? "" : kit.formats().number(step.done());
    }
    String of = texts.get("progress", step.done(), step.total());
    return step.left()
        .map(left -> of + " · " + texts.get("left", kit.formats().span(left)))
        .orElse(of);
  }
}
