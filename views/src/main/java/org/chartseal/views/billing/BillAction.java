package org.chartseal.views.billing;

import javafx.scene.control.Button;
import org.chartseal.views.kit.Kit;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The button that bills a visit. */
public final class BillAction extends Button {

  /**
   * @param billed called after a claim was made
   */
  public BillAction(Kit kit, BillDesk desk, Runnable billed) {
    setId("entry-bill");
    textProperty().bind(kit.texts(BillAction.class).bind("bill"));
    setGraphic(new FontIcon(Material2MZ.RECEIPT));
    setOnAction(pressed -> kit.overlay().show(new BillDialog(kit, desk, billed)));
  }
}
