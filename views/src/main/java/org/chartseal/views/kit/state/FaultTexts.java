package org.chartseal.views.kit.state;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/**
 * The sentences of faults. Services write them in English, with what they know of the case; in
 * another language the code has a sentence of its own, where there is one.
 */
public final class FaultTexts {

  private static final String FAMILY = "fault.";

  private final Localisation localisation;
  private final Texts texts;

  public FaultTexts(Localisation localisation) {
    this.localisation = localisation;
    this.texts = localisation.texts(FaultTexts.class);
  }

  /** The sentence, which follows the language. */
  StringBinding bind(Fault fault) {
    return Bindings.createStringBinding(() -> sentence(fault), localisation.languageProperty());
  }

  /** The sentence in the present language. */
  public String sentence(Fault fault) {
    boolean translated =
        localisation.languageProperty().get() != Language.ENGLISH
            && texts.has(FAMILY + fault.code());
    return translated ? texts.get(FAMILY + fault.code()) : fault.sentence();
  }
}
