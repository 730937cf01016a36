package org.chartseal.views.kit.state;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;

/** What went wrong: a sentence in the reader's language, and small beside it the stable code. */
public final class FaultLabel extends VBox {

  private final FaultTexts texts;
  private final Label sentence = new Label();
  private final Label code = new Label();

  public FaultLabel(Kit kit) {
    this.texts = new FaultTexts(kit.localisation());
    sentence.setWrapText(true);
    sentence.getStyleClass().add("cs-failed");
    code.getStyleClass().add("cs-code");
    getStyleClass().add("cs-fault");
    getChildren().addAll(sentence, code);
  }

  /** Shows a fault in place of the one before. */
  public void show(Fault fault) {
    sentence.textProperty().bind(texts.bind(fault));
    code.setText(fault.code());
  }
}
