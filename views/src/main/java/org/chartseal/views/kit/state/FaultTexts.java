package org.chartseal.views.kit.state;

import java.util.Collection;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/**
 * The sentences of faults. Services write them in English, with what they know of the case; in
 * another language each code has a sentence of its own.
 */
public final class FaultTexts {

  /** Of the sentence that names what the fault is about. */
  private static final String ABOUT = ".about";

  private final Localisation localisation;
  private final Texts translations;

  public FaultTexts(Localisation localisation) {
    this.localisation = localisation;
    this.translations = localisation.translations(FaultTexts.class, "faults");
  }

  /** The sentence, which follows the language. */
  StringBinding bind(Fault fault) {
    return Bindings.createStringBinding(() -> sentence(fault), localisation.languageProperty());
  }

  /** The sentences of several, which follow the language. */
  public StringBinding bind(Collection<Fault> faults) {
    return Bindings.createStringBinding(() -> sentences(faults), localisation.languageProperty());
  }

  /** The sentences of several, each said once. */
  public String sentences(Collection<Fault> faults) {
    return faults.stream().map(this::sentence).distinct().collect(Collectors.joining(" "));
  }

  /** The sentence in the present language. */
  public String sentence(Fault fault) {
    String about = fault.code() + ABOUT;
    if (!fault.about().isEmpty() && translations.has(about)) {
      return translations.get(
          about, fault.about().stream().map(localisation.formats()::sentence).toArray());
    }
    return translations.has(fault.code())
        ? translations.get(fault.code())
        : localisation.formats().sentence(fault.sentence());
  }
}
