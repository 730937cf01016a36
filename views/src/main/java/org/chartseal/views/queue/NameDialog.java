package org.chartseal.views.queue;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.text.Texts;

/** Asks how a filter is to be called. */
final class NameDialog implements Overlay.Dialog {

  private final TextField name = new TextField();
  private final VBox view;

  private NameDialog(Kit kit, Consumer<String> named) {
    Texts texts = kit.texts(NameDialog.class);
    Label title = new Label(texts.get("saved.title"));
    title.getStyleClass().add("cs-dialog-title");
    name.setId("filter-name");
    name.setPromptText(texts.get("saved.name"));
    name.setAccessibleText(texts.get("saved.name"));
    Button cancel = new Button(texts.get("saved.cancel"));
    cancel.setOnAction(pressed -> kit.overlay().cancel());
    Button keep = new Button(texts.get("saved.do"));
    keep.setId("filter-name-keep");
    keep.setDefaultButton(true);
    keep.getStyleClass().add("accent");
    keep.disableProperty().bind(name.textProperty().map(String::isBlank));
    keep.setOnAction(pressed -> {
      kit.overlay().close();
      named.accept(name.getText().strip());
    });
    HBox buttons = new HBox(cancel, keep);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    view = new VBox(title, name, buttons);
    view.getStyleClass().add("cs-dialog");
  }

  static void ask(Kit kit, Consumer<String> named) {
    kit.overlay().show(new NameDialog(kit, named));
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    return name;
  }

  @Override
  public void cancelled() {
    // Nothing is kept.
  }
}
