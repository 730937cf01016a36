package org.chartseal.views.kit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/**
 * Something that a screen does at the moment, wherever in the window the keyboard is: by the
 * command palette, and perhaps by a key.
 *
 * @param title what it does, in the present language
 */
public record ScreenAct(String title, Optional<KeyCombination> key, Runnable run) {

  /** What is done by a key, too. */
  public ScreenAct(String title, KeyCombination key, Runnable run) {
    this(title, Optional.of(key), run);
  }

  /** What is done by name alone. */
  public ScreenAct(String title, Runnable run) {
    this(title, Optional.empty(), run);
  }

  /** What those of these buttons do that can be pressed now. */
  public static List<ScreenAct> of(Collection<? extends ButtonBase> buttons) {
    return buttons.stream()
        .filter(button -> button.isVisible() && !button.isDisable())
        .map(button -> new ScreenAct(button.getText(), button::fire))
        .toList();
  }

  /** What the items of a menu do that can be chosen now. */
  public static List<ScreenAct> ofItems(Collection<MenuItem> items) {
    return items.stream()
        .filter(item -> item.isVisible() && !item.isDisable())
        .map(item -> new ScreenAct(item.getText(), item::fire))
        .toList();
  }
}
