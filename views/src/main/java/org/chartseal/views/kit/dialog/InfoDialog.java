package org.chartseal.views.kit.dialog;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.FaultLabel;

/** Tells something, and is closed. */
public final class InfoDialog implements Overlay.Dialog {

  /** One thing that is told. */
  public record Row(String name, String value) {}

  private final VBox view = new VBox();
  private final CloseButton close;

  public InfoDialog(Kit kit, String title, List<Row> rows, List<Fault> faults) {
    Label heading = new Label(title);
    heading.getStyleClass().add("cs-dialog-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cs-facts");
    int line = 0;
    for (Row row : rows) {
      Label name = new Label(row.name());
      name.getStyleClass().add("cs-quiet");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(row.value());
      value.setWrapText(true);
      grid.addRow(line++, name, value);
    }
    view.getStyleClass().add("cs-dialog");
    view.getChildren().addAll(heading, grid);
    for (Fault fault : faults) {
      FaultLabel label = new FaultLabel(kit);
      label.show(fault);
      view.getChildren().add(label);
    }
    close = new CloseButton(kit, "info-close");
    view.getChildren().add(close.bar());
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    return close;
  }

  @Override
  public void cancelled() {
    // It was read; there is nothing to answer.
  }
}
