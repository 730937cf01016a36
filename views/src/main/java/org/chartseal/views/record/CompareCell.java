package org.chartseal.views.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import org.chartseal.services.clinical.EntryComparison;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A line of a comparison: how it differs, in an icon and a word, and what each of both says. */
final class CompareCell extends ListCell<CompareLine> {

  private static final List<Double> WIDTHS = List.of(14.0, 24.0, 31.0, 31.0);

  private final Texts texts;
  private final EntryWords words;
  private final Label heading = wrapped("cs-heading");
  private final Label mark = new Label();
  private final FontIcon icon = new FontIcon();
  private final Label label = wrapped("cs-value-label");
  private final Label first = wrapped("cs-strong");
  private final Label second = wrapped("cs-strong");
  private final GridPane row = grid();

  CompareCell(Kit kit) {
    this.texts = kit.texts(CompareCell.class);
    this.words = new EntryWords(kit);
    getStyleClass().add("cs-compare-row");
    mark.setGraphic(icon);
    row.addRow(0, mark, label, first, second);
    // As wide as the list, so that its words wrap instead of scrolling sideways.
    setPrefWidth(0);
  }

  /** Both entries stand in the same columns above the rows and in them. */
  static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cs-compare-grid");
    for (double width : WIDTHS) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(width);
      grid.getColumnConstraints().add(column);
    }
    RowConstraints top = new RowConstraints();
    top.setValignment(VPos.TOP);
    grid.getRowConstraints().add(top);
    return grid;
  }

  @Override
  protected void updateItem(CompareLine line, boolean empty) {
    super.updateItem(line, empty);
    setText(null);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (line) {
      case CompareLine.Heading(var section, var differs) -> {
        heading.setText(words.topic(section));
        setAccessibleText(heading.getText());
        setGraphic(heading);
      }
      case CompareLine.Values(var compared) -> {
        show(compared);
        setGraphic(row);
      }
    }
  }

  private void show(EntryComparison.Row compared) {
    String difference = texts.word("difference", compared.difference());
    mark.setText(difference);
    icon.setIconCode(icon(compared.difference()));
    String style =
        compared.difference() == EntryComparison.Difference.CHANGED ? "cs-caution" : "cs-unknown";
    icon.getStyleClass().removeAll("cs-unknown", "cs-caution");
    icon.getStyleClass().add(style);
    mark.getStyleClass().removeAll("cs-unknown", "cs-caution");
    mark.getStyleClass().add(style);
    label.setText(compared.label());
    first.setText(said(compared.first()));
    second.setText(said(compared.second()));
    setAccessibleText(
        String.join(", ", difference, label.getText(), first.getText(), second.getText()));
  }

  private String said(Optional<EntryView.Line> line) {
    return line.map(one ->
            Stream.of(
                    one.value(),
                    one.range().isEmpty() ? "" : texts.get("compare.range", one.range()),
                    words.status(one.status()),
                    words.when(one.date()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("\n")))
        .orElse(texts.get("compare.missing"));
  }

  private static Ikon icon(EntryComparison.Difference difference) {
    return switch (difference) {
      case SAME -> Material2AL.DRAG_HANDLE;
      case CHANGED -> Material2AL.COMPARE_ARROWS;
      case ONLY_FIRST -> Material2AL.KEYBOARD_ARROW_LEFT;
      case ONLY_SECOND -> Material2AL.KEYBOARD_ARROW_RIGHT;
    };
  }

  private static Label wrapped(String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
