package org.chartseal.views.kit.dialog;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.chartseal.views.kit.Kit;

/** The one button of a dialog that has nothing to ask. */
public final class CloseButton extends Button {

  /**
   * @param id of the button
   */
  public CloseButton(Kit kit, String id) {
    super(kit.texts(CloseButton.class).get("close"));
    setId(id);
    setDefaultButton(true);
    setOnAction(pressed -> kit.overlay().cancel());
  }

  /** The button where a dialog's buttons stand. */
  public HBox bar() {
    HBox buttons = new HBox(this);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }
}
