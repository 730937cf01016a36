package org.chartseal.views.kit.form;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Language;
import org.jspecify.annotations.Nullable;

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
    // The toolkit asks the converter anew only for the next value.
    box.setCellFactory(any -> new WordCell<>(kit, word));
    box.setButtonCell(new WordCell<>(kit, word));
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

  /** A value in words, which follow the language. */
  private static final class WordCell<T> extends ListCell<T> {
    private final Function<T, String> word;

    /** Held here alone: the language would outlive the cell. */
    private final ObjectBinding<Language> language;

    WordCell(Kit kit, Function<T, String> word) {
      this.word = word;
      ObjectProperty<Language> spoken = kit.localisation().languageProperty();
      this.language = Bindings.createObjectBinding(spoken::get, spoken);
      language.subscribe(now -> say());
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      say();
    }

    // The toolkit sets the text of an empty one itself, so it cannot be bound.
    private void say() {
      setText(isEmpty() || getItem() == null ? null : word.apply(getItem()));
    }
  }
}
