package org.chartseal.views.kit.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/**
 * The texts of one package, as {@link MessageFormat} patterns. A missing text is a defect and ends
 * in an exception; a test looks for them in every language.
 */
public final class Texts {

  private final Localisation localisation;
  private final String bundle;
  private final ClassLoader loader;

  Texts(Localisation localisation, String bundle, ClassLoader loader) {
    this.localisation = localisation;
    this.bundle = bundle;
    this.loader = loader;
  }

  /** A text in the present language. */
  public String get(String key, Object... arguments) {
    ResourceBundle texts = localisation.bundle(bundle, loader);
    return new MessageFormat(texts.getString(key), localisation.languageProperty().get().locale())
        .format(arguments);
  }

  /** The same, which follows the language. */
  public StringBinding bind(String key, Object... arguments) {
    return Bindings.createStringBinding(() -> get(key, arguments), localisation.languageProperty());
  }

  /** The word for a value of an enumeration: the text of {@code family.VALUE}. */
  public String word(String family, Enum<?> value) {
    return get(family + "." + value.name().toLowerCase(Locale.ROOT));
  }

  /** The same, which follows the language. */
  public StringBinding bindWord(String family, Enum<?> value) {
    return bind(family + "." + value.name().toLowerCase(Locale.ROOT));
  }

  /** Whether there is a text of this key: for families that are open, such as codes. */
  public boolean has(String key) {
    return localisation.bundle(bundle, loader).containsKey(key);
  }
}
