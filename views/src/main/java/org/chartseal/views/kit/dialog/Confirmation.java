package org.chartseal.views.kit.dialog;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.views.kit.Kit;

/** Asks whether something is to be done that cannot be taken back. */
public final class Confirmation implements Overlay.Dialog {

  private final VBox view;
  private final Button cancel;

  private Confirmation(
      Kit kit, String title, String explanation, String action, Runnable confirmed) {
    cancel = new Button(kit.texts(Confirmation.class).get("cancel"));
    cancel.setOnAction(pressed -> kit.overlay().cancel());
    Button confirm = new Button(action);
    confirm.setId("confirmation-go");
    confirm.getStyleClass().add("danger");
    confirm.setOnAction(pressed -> {
      kit.overlay().close();
      confirmed.run();
    });
    Label heading = new Label(title);
    heading.getStyleClass().add("cs-dialog-title");
    Label words = new Label(explanation);
    words.setWrapText(true);
    HBox buttons = new HBox(cancel, confirm);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    view = new VBox(heading, words, buttons);
    view.getStyleClass().add("cs-dialog");
  }

  /**
   * Asks.
   *
   * @param explanation what it can undo and what not
   * @param action what the button that does it says
   */
  public static void ask(
      Kit kit, String title, String explanation, String action, Runnable confirmed) {
    kit.overlay().show(new Confirmation(kit, title, explanation, action, confirmed));
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    return cancel;
  }

  @Override
  public void cancelled() {
    // Nothing was done, and nobody waits.
  }
}
