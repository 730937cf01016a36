package org.chartseal.views.kit.export;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/** The menu of a table: saves what is shown, as it stands, for other programs. */
public final class TableMenu {

  private final Kit kit;
  private final Node table;
  private final Supplier<List<List<String>>> lines;

  /**
   * @param table its accessible text, if it has one, names the file
   * @param lines the titles, then a line for each row
   */
  public TableMenu(Kit kit, Node table, Supplier<List<List<String>>> lines) {
    this.kit = kit;
    this.table = table;
    this.lines = lines;
  }

  public ContextMenu menu() {
    Texts texts = kit.texts(TableMenu.class);
    MenuItem csv = new MenuItem();
    csv.setId("save-csv");
    csv.textProperty().bind(texts.bind("menu.csv"));
    csv.setAccelerator(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN));
    csv.setOnAction(chosen -> save());
    return new ContextMenu(csv);
  }

  /** The same by a button. */
  public void save() {
    String name = table.getAccessibleText();
    new Saver(kit)
        .table(
            table,
            name == null || name.isBlank() ? kit.texts(TableMenu.class).get("table") : name,
            lines.get());
  }
}
