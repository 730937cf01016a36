package org.chartseal.views.kit.entry;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.text.Texts;

/** The content of one entry: its values, and the original where there is one. */
public final class ContentPane extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final ScrollPane scroll = new ScrollPane();

  public ContentPane(Kit kit, ContentView content) {
    this.kit = kit;
    this.texts = kit.texts(ContentPane.class);
    getStyleClass().add("cs-content");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    if (!(content.original() instanceof DocumentOutcome.Nothing)) {
      getChildren().add(choice(content));
    }
    getChildren().add(scroll);
    show(node(content.values()));
  }

  private HBox choice(ContentView content) {
    ToggleGroup group = new ToggleGroup();
    ToggleButton first = toggle("values", group);
    ToggleButton second = toggle("original", group);
    first.getStyleClass().add("left-pill");
    second.getStyleClass().add("right-pill");
    first.setOnAction(pressed -> {
      first.setSelected(true);
      show(node(content.values()));
    });
    second.setOnAction(pressed -> {
      second.setSelected(true);
      show(node(content.original()));
    });
    first.setSelected(true);
    return new HBox(first, second);
  }

  private ToggleButton toggle(String id, ToggleGroup group) {
    ToggleButton button = new ToggleButton();
    button.setId("content-" + id);
    button.textProperty().bind(texts.bind("content." + id));
    button.setToggleGroup(group);
    return button;
  }

  private void show(Node content) {
    scroll.setContent(content);
    scroll.setVvalue(0);
  }

  private Node node(EntryOutcome values) {
    return switch (values) {
      case EntryOutcome.NotShown(var fault) -> fault(fault);
      case EntryOutcome.Shown(var view) when view.sections().isEmpty() -> {
        Label nothing = new Label();
        nothing.textProperty().bind(texts.bind("content.none"));
        nothing.setWrapText(true);
        yield nothing;
      }
      case EntryOutcome.Shown(var view) -> new ValuesPane(kit, view);
    };
  }

  private Node node(DocumentOutcome original) {
    return switch (original) {
      case DocumentOutcome.Nothing nothing -> new Label();
      case DocumentOutcome.NotShown(var fault) -> fault(fault);
      case DocumentOutcome.Shown(var document) -> new DocumentPane(kit, document);
    };
  }

  private FaultLabel fault(Fault fault) {
    FaultLabel label = new FaultLabel(kit);
    label.show(fault);
    return label;
  }
}
