package org.chartseal.views.billing;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Leaf;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/** What the insurer will see of the record, element by element, and that it sees nothing else. */
final class Disclosed extends VBox {

  private static final String SUBJECT = "/subject";
  private static final String NULLIFIER = "/nullifier";
  private static final double HEIGHT = 160;
  private static final double NAME = 232;

  private final Texts texts;

  Disclosed(Kit kit, List<BillDesk.Line> lines) {
    super(4);
    this.texts = kit.texts(Disclosed.class);
    List<Leaf> shown = lines.stream().flatMap(line -> line.shown().stream()).distinct().toList();
    Label words = new Label(texts.get("shown", shown.size()));
    words.setId("bill-shown");
    words.setWrapText(true);
    Hyperlink which = new Hyperlink(texts.get("shown.which"));
    which.setId("bill-shown-which");
    which.setOnAction(pressed -> {
      boolean open = getChildren().removeIf(ScrollPane.class::isInstance);
      if (!open) {
        getChildren().add(elements(shown));
      }
    });
    getChildren().addAll(words, which);
  }

  private ScrollPane elements(List<Leaf> shown) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cs-facts");
    int row = 0;
    for (Leaf leaf : shown) {
      Label name = new Label(name(leaf));
      name.getStyleClass().add("cs-quiet");
      name.setWrapText(true);
      name.setPrefWidth(NAME);
      name.setMinWidth(NAME);
      GridPane.setValignment(name, VPos.TOP);
      Label value = new Label(leaf.value());
      value.setWrapText(true);
      grid.addRow(row++, name, value);
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setId("bill-elements");
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HEIGHT);
    return scroll;
  }

  private String name(Leaf leaf) {
    if (leaf.resource().isEmpty() && leaf.pointer().equals(SUBJECT)) {
      return texts.get("shown.subject");
    }
    String kind = leaf.resource().substring(0, Math.max(0, leaf.resource().indexOf('/')));
    if (leaf.isHead()) {
      return texts.get("shown.head", kind);
    }
    return leaf.pointer().endsWith(NULLIFIER)
        ? texts.get("shown.name", kind)
        : kind + " " + leaf.pointer();
  }
}
