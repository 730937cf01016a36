package org.chartseal.views.kit.state;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What went wrong: a sentence in the reader's language, and small beside it the stable code. */
public final class FaultLabel extends VBox {

  private final FaultTexts texts;
  private final Label sentence = new Label();
  private final Label code = new Label();

  public FaultLabel(Kit kit) {
    this.texts = new FaultTexts(kit.localisation());
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setGraphic(new FontIcon(Material2AL.ERROR));
    sentence.getGraphic().getStyleClass().add("cs-failed");
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
