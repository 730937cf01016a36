package org.chartseal.views.looked;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.jspecify.annotations.Nullable;

/** Shows one row. */
final class LookedCell extends ListCell<LookedRow> {

  /** Of each row, so that a list of any length makes a screen of cells. */
  static final double HEIGHT = 48;

  private final Kit kit;
  private final LookedText words;
  private final Label day = new Label();
  private final Label when = new Label();
  private final Label who = new Label();
  private final Label what = new Label();
  private final HBox opening;

  LookedCell(Kit kit) {
    this.kit = kit;
    this.words = new LookedText(kit, new ConsentWords(kit));
    day.getStyleClass().add("cs-heading");
    when.setMinWidth(224);
    when.setPrefWidth(224);
    when.getStyleClass().add("cs-quiet");
    who.getStyleClass().add("cs-strong");
    what.getStyleClass().add("cs-quiet");
    VBox told = new VBox(2, who, what);
    told.setAlignment(Pos.CENTER_LEFT);
    opening = new HBox(16, when, told);
    opening.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable LookedRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText(null);
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (row) {
      case LookedRow.Day(var date) -> {
        day.setText(kit.formats().day(date));
        setGraphic(day);
        setAccessibleText(day.getText());
      }
      case LookedRow.Opening(var look) -> {
        when.setText(words.when(look));
        who.setText(words.who(look));
        what.setText(words.what(look));
        setGraphic(opening);
        setAccessibleText(words.line(look));
      }
    }
  }
}
