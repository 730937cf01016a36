package org.chartseal.views.kit.text;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The language of the window, which can change at any time, and the texts in it. Each package has
 * its own bundle, {@code texts}, beside its classes. For the JavaFX thread.
 */
public final class Localisation {

  private final ObjectProperty<Language> language;
  private final ObjectBinding<Formats> formats;
  private final Map<String, Texts> byName = new HashMap<>();

  /**
   * @param zone in which times are shown
   */
  public Localisation(Language language, ZoneId zone) {
    this.language = new SimpleObjectProperty<>(language);
    this.formats =
        Bindings.createObjectBinding(
            () -> new Formats(this.language.get().locale(), zone), this.language);
  }

  /** The language; setting it changes every text that is bound. */
  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** The present language by itself: for one job, on whatever thread that runs. */
  public Localisation still() {
    return new Localisation(language.get(), formats().zone());
  }

  /** The texts of the package that this class is in. */
  public Texts texts(Class<?> inPackage) {
    return bundle(inPackage, "texts");
  }

  /**
   * What services say in English, in other languages: an open bundle beside this class, of which
   * the English one is empty. Ask whether it has a key.
   */
  public Texts translations(Class<?> inPackage, String name) {
    return bundle(inPackage, name);
  }

  private Texts bundle(Class<?> inPackage, String bundle) {
    return byName.computeIfAbsent(
        inPackage.getPackageName() + "." + bundle,
        name -> new Texts(this, name, inPackage.getClassLoader()));
  }

  /** Words that are put together anew for each language. */
  public StringBinding spoken(Supplier<String> words) {
    return Bindings.createStringBinding(words::get, language);
  }

  /** How dates, numbers and money are written now. */
  public Formats formats() {
    return formats.get();
  }

  /** The same, for bindings. */
  public ObservableValue<Formats> formatsProperty() {
    return formats;
  }

  /** A bundle in the present language, without falling back to the system's. */
  ResourceBundle bundle(String name, ClassLoader loader) {
    return ResourceBundle.getBundle(
        name,
        language.get().locale(),
        loader,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
