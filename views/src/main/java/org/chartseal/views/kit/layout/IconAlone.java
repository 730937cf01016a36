package org.chartseal.views.kit.layout;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Lets a control that has an icon do without its word, which whoever points at it still gets. */
public final class IconAlone {

  private IconAlone() {}

  /** It does while this is so. */
  public static void when(ObservableBooleanValue narrow, Labeled control) {
    control
        .contentDisplayProperty()
        .bind(
            Bindings.when(narrow).then(ContentDisplay.GRAPHIC_ONLY).otherwise(ContentDisplay.LEFT));
    Tooltip word = new Tooltip();
    word.textProperty().bind(control.textProperty());
    control.tooltipProperty().bind(Bindings.when(narrow).then(word).otherwise((Tooltip) null));
  }
}
