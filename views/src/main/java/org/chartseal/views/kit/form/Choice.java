package org.chartseal.views.kit.form;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.chartseal.views.kit.Kit;

/** A choice of one among a few values. */
public final class Choice {

  private Choice() {}

  /**
   * A combo box.
   *
   * @param word how a value is shown in the present language
   */
  public static <T> ComboBox<T> of(Kit kit, List<T> values, Function<T, String> word) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    // A binding does not hold the box, which the language would outlive.
    box.converterProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> converter(word), kit.localisation().languageProperty()));
    return box;
  }

  private static <T> StringConverter<T> converter(Function<T, String> word) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : word.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new IllegalStateException("nothing is typed in a choice");
      }
    };
  }
}
