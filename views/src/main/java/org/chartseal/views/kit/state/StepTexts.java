package org.chartseal.views.kit.state;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Phrases;

/**
 * What a job is at. Services name their steps in English; in another language a step has a phrase
 * of its own, or none is shown.
 */
final class StepTexts {

  private final Localisation localisation;
  private final Phrases phrases;

  StepTexts(Localisation localisation) {
    this.localisation = localisation;
    this.phrases = new Phrases(localisation.translations(StepTexts.class, "steps"));
  }

  /** The present step of a job, which follows the language. */
  StringBinding bind(Running running) {
    return Bindings.createStringBinding(
        () -> phrase(running.stepProperty().get().what()),
        running.stepProperty(),
        localisation.languageProperty());
  }

  private String phrase(String what) {
    if (what.isEmpty()) {
      return "";
    }
    if (localisation.languageProperty().get() == Language.ENGLISH) {
      return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    }
    return phrases.of(what).orElse("");
  }
}
