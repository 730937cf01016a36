package org.chartseal.views.kit.state;

import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/**
 * What a job is at. Services name their steps in English; in another language a step has a phrase
 * of its own, or none is shown.
 */
final class StepTexts {

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

  private final Localisation localisation;
  private final Texts translations;

  StepTexts(Localisation localisation) {
    this.localisation = localisation;
    this.translations = localisation.translations(StepTexts.class, "steps");
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
    return translated(what);
  }

  /** By the longest beginning that is known; what follows it is a name, and an argument. */
  private String translated(String what) {
    for (int end = what.length(); end > 0; end = what.lastIndexOf(' ', end - 1)) {
      String key = key(what.substring(0, end));
      if (translations.has(key)) {
        return translations.get(key, what.substring(end).strip());
      }
    }
    return "";
  }

  private static String key(String phrase) {
    return NO_LETTERS.matcher(phrase.toLowerCase(Locale.ROOT)).replaceAll("-");
  }
}
