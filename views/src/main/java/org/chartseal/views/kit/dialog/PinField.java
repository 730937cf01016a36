package org.chartseal.views.kit.dialog;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.chartseal.signing.Pin;

/**
 * Takes a PIN character by character into an array that is wiped. The toolkit's own password field
 * keeps what is typed in strings, which cannot be.
 */
final class PinField extends StackPane {

  private static final int MAX_LENGTH = 64;
  private static final String BULLET = "\u2022";

  private final char[] typed = new char[MAX_LENGTH];
  private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
  private final Label bullets = new Label();

  PinField() {
    getStyleClass().addAll("cs-pin-field", "text-input");
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
    getChildren().add(bullets);
    bullets.textProperty().bind(length.map(count -> BULLET.repeat(count.intValue())));
    addEventHandler(KeyEvent.KEY_TYPED, this::type);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    setOnMousePressed(pressed -> requestFocus());
  }

  /** How many characters were typed. */
  ReadOnlyIntegerProperty lengthProperty() {
    return length.getReadOnlyProperty();
  }

  /** Hands the PIN over and empties the field. */
  Pin take() {
    char[] copy = Arrays.copyOf(typed, length.get());
    try {
      return Pin.copyOf(copy);
    } finally {
      Arrays.fill(copy, '\0');
      clear();
    }
  }

  /** Wipes what was typed. */
  void clear() {
    Arrays.fill(typed, '\0');
    length.set(0);
  }

  private void type(KeyEvent key) {
    if (key.isControlDown() || key.isMetaDown() || key.isAltDown()) {
      return;
    }
    String text = key.getCharacter();
    for (int i = 0; i < text.length() && length.get() < MAX_LENGTH; i++) {
      if (!Character.isISOControl(text.charAt(i))) {
        typed[length.get()] = text.charAt(i);
        length.set(length.get() + 1);
        key.consume();
      }
    }
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.BACK_SPACE && length.get() > 0) {
      typed[length.get() - 1] = '\0';
      length.set(length.get() - 1);
      key.consume();
    } else if (key.getCode() == KeyCode.DELETE) {
      clear();
      key.consume();
    }
  }
}
