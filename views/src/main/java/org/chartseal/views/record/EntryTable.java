package org.chartseal.views.record;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.GradeBadge;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * The entries as a list: the equivalent of the timeline for keyboards, screen readers and printing.
 */
final class EntryTable extends TableView<RecordItem> {

  private static final double ROW = 32;
  private static final double NARROW = 96;
  private static final double READABLE = 200;

  /** A day in either language. */
  private static final double DAY = 116;

  private final Texts texts;

  /**
   * @param marks what is marked to be compared; a click with Ctrl marks
   */
  EntryTable(Kit kit, RecordModel model, CompareMarks marks) {
    this.texts = kit.texts(EntryTable.class);
    setId("entries");
    setFixedCellSize(ROW);
    setTableMenuButtonVisible(true);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    accessibleTextProperty().bind(texts.bind("list"));
    Label nothing = new Label();
    nothing.textProperty().bind(texts.bind("list.empty"));
    setPlaceholder(nothing);
    TableColumn<RecordItem, Verdict.Grade> verdict = new TableColumn<>();
    verdict.textProperty().bind(texts.bind("column.verdict"));
    verdict.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().grade()));
    verdict.setCellFactory(any -> new GradeCell(kit));
    width(verdict, 112);
    TableColumn<RecordItem, String> date = column("column.date", RecordItem::date, DAY);
    date.setMinWidth(DAY);
    date.setCellFactory(any -> new DateCell(kit));
    TableColumn<RecordItem, String> kind =
        column("column.kind", item -> texts.word("kind", item.kind()), 104);
    EntryWords words = new EntryWords(kit);
    TableColumn<RecordItem, String> title =
        column("column.title", item -> words.title(item.title()), 280);
    title.setCellFactory(any -> new TitleCell(texts, marks));
    setRowFactory(any -> row(marks));
    marks.markedProperty().subscribe(this::refresh);
    TableColumn<RecordItem, String> author = column("column.author", RecordItem::author, 150);
    TableColumn<RecordItem, String> writer = column("column.writer", RecordItem::writer, 130);
    title.setMinWidth(READABLE);
    // The entry itself says it; where there is room it can be had from the table's menu.
    writer.setVisible(false);
    getColumns().add(verdict);
    getColumns().add(date);
    getColumns().add(kind);
    getColumns().add(title);
    getColumns().add(author);
    getColumns().add(writer);
    SortedList<RecordItem> sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    date.setComparator(Comparator.naturalOrder());
    date.setSortType(TableColumn.SortType.DESCENDING);
    getSortOrder().add(date);
  }

  /**
   * Has its entries change without moving what is looked at: the selected one stays selected, and
   * what stands at the top stays there, unless that is the begin of the list.
   *
   * @param change makes it, and says how many entries came
   * @return as many
   */
  int keepingPlace(IntSupplier change) {
    RecordItem chosen = getSelectionModel().getSelectedItem();
    RecordItem top = top();
    int came = change.getAsInt();
    if (chosen != null) {
      // What is inserted before it moves the entry, and the table's selection does not follow.
      int row = row(chosen.name());
      if (row < 0) {
        getSelectionModel().clearSelection();
      } else if (row != getSelectionModel().getSelectedIndex()
          || !getItems().get(row).equals(getSelectionModel().getSelectedItem())) {
        getSelectionModel().clearAndSelect(row);
      }
    }
    if (top != null) {
      scrollTo(row(top.name()));
    }
    return came;
  }

  private @Nullable RecordItem top() {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      int row = flow.getFirstVisibleCell().getIndex();
      return row > 0 && row < getItems().size() ? getItems().get(row) : null;
    }
    return null;
  }

  private int row(String name) {
    for (int row = 0; row < getItems().size(); row++) {
      if (getItems().get(row).name().equals(name)) {
        return row;
      }
    }
    return -1;
  }

  private static TableRow<RecordItem> row(CompareMarks marks) {
    TableRow<RecordItem> row = new TableRow<>();
    row.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          RecordItem item = row.getItem();
          if (press.isShortcutDown() && item != null) {
            marks.toggle(item);
            press.consume();
          }
        });
    return row;
  }

  private TableColumn<RecordItem, String> column(
      String key, Function<RecordItem, String> value, double width) {
    TableColumn<RecordItem, String> column = new TableColumn<>();
    column.textProperty().bind(texts.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    width(column, width);
    return column;
  }

  private static void width(TableColumn<?, ?> column, double width) {
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, NARROW));
  }

  /** A title, with a sign when the entry is marked. */
  private static final class TitleCell extends TableCell<RecordItem, String> {
    private final Texts texts;
    private final CompareMarks marks;
    private final FontIcon mark = new FontIcon(Material2AL.COMPARE_ARROWS);

    TitleCell(Texts texts, CompareMarks marks) {
      this.texts = texts;
      this.marks = marks;
    }

    @Override
    protected void updateItem(String title, boolean empty) {
      super.updateItem(title, empty);
      RecordItem item = getTableRow() == null ? null : getTableRow().getItem();
      boolean marked = !empty && item != null && marks.isMarked(item);
      setText(empty ? null : title);
      setGraphic(marked ? mark : null);
      setAccessibleText(marked ? texts.get("compare.marked", title) : null);
    }
  }

  /** A verdict: icon and word. */
  private static final class GradeCell extends TableCell<RecordItem, Verdict.Grade> {
    private final GradeBadge badge;

    GradeCell(Kit kit) {
      this.badge = new GradeBadge(kit);
    }

    @Override
    protected void updateItem(Verdict.Grade grade, boolean empty) {
      super.updateItem(grade, empty);
      setText(null);
      if (empty || grade == null) {
        setGraphic(null);
      } else {
        badge.show(grade);
        setGraphic(badge);
      }
    }
  }

  /** A clinical date, sorted as it was written and shown as people write it. */
  private static final class DateCell extends TableCell<RecordItem, String> {
    private final Kit kit;

    DateCell(Kit kit) {
      this.kit = kit;
    }

    @Override
    protected void updateItem(String date, boolean empty) {
      super.updateItem(date, empty);
      setText(empty || date == null ? null : kit.formats().clinicalDay(date));
    }
  }
}
