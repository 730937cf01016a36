package org.chartseal.views.kit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/**
 * Something that a screen does at the moment, wherever in the window the keyboard is: by the
 * command palette, and perhaps by a key.
 *
 * @param title what it does, in the present language
 * @param under the menu in which it stands; empty for what stands in none
 */
public record ScreenAct(String title, String under, Optional<KeyCombination> key, Runnable run) {

  /** What is done by a key, too. */
  public ScreenAct(String title, KeyCombination key, Runnable run) {
    this(title, "", Optional.of(key), run);
  }

  /** What is done by name alone. */
  public ScreenAct(String title, Runnable run) {
    this(title, "", Optional.empty(), run);
  }

  /** What those of these buttons do that can be pressed now; one that is gone does nothing. */
  public static List<ScreenAct> of(Collection<? extends ButtonBase> buttons) {
    return buttons.stream()
        .filter(ScreenAct::canBePressed)
        .map(button -> new ScreenAct(button.getText(), () -> press(button)))
        .toList();
  }

  /** What the items of a menu do that can be chosen now; one that is gone does nothing. */
  public static List<ScreenAct> ofItems(MenuButton menu) {
    return menu.getItems().stream()
        .filter(ScreenAct::canBeChosen)
        .map(item ->
            new ScreenAct(item.getText(), menu.getText(), Optional.empty(), () -> choose(item)))
        .toList();
  }

  private static void press(ButtonBase button) {
    if (canBePressed(button)) {
      button.fire();
    }
  }

  private static void choose(MenuItem item) {
    if (canBeChosen(item)) {
      item.fire();
    }
  }

  private static boolean canBePressed(ButtonBase button) {
    return button.isVisible() && !button.isDisable();
  }

  private static boolean canBeChosen(MenuItem item) {
    return item.isVisible() && !item.isDisable();
  }
}
