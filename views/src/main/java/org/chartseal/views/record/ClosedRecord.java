package org.chartseal.views.record;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.material2.Material2AL;

/** In place of a record whose consent is over: why, and how to come by a new one. */
final class ClosedRecord {

  private final Kit kit;
  private final Texts texts;
  private final Runnable ask;
  private final Runnable again;

  /**
   * @param ask the patient for consent
   * @param again opens it, if the consent holds by now
   */
  ClosedRecord(Kit kit, Runnable ask, Runnable again) {
    this.kit = kit;
    this.texts = kit.texts(ClosedRecord.class);
    this.ask = ask;
    this.again = again;
  }

  void show(StatePane place, Fault why) {
    FaultLabel reason = new FaultLabel(kit);
    reason.show(why);
    reason.setMaxWidth(520);
    Button asking = button("record-ask", "closed.ask", ask);
    asking.getStyleClass().add("accent");
    asking.setDefaultButton(true);
    HBox buttons = new HBox(button("record-retry", "closed.again", again), asking);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER);
    place.empty(
        Material2AL.LOCK, texts.bind("closed"), texts.bind("closed.words"), reason, buttons);
  }

  private Button button(String id, String key, Runnable act) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(texts.bind(key));
    button.setOnAction(pressed -> act.run());
    return button;
  }
}
