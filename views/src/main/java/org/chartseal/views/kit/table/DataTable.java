package org.chartseal.views.kit.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.export.TableMenu;
import org.jspecify.annotations.Nullable;

/**
 * A table of value objects. Rows are sorted once for each change of the order, and filtered out of
 * the sorted ones, so that a filter costs one look at each row.
 *
 * @param <R> rows; their equality is not asked for
 */
public final class DataTable<R> {

  private static final double ROW = 32;

  /** What the scroll bar and the edges take. */
  private static final double BESIDE = 20;

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final Kit kit;
  private final TableView<R> view = new TableView<>();
  private final Map<TableColumn<R, ?>, Column<R>> columns = new HashMap<>();
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
  private final TableMenu menu;
  private List<R> given = List.of();
  private List<R> sorted = List.of();
  private Predicate<R> wanted = row -> true;
  private Consumer<R> opener = row -> {};
  private Runnable unselected = () -> {};
  private Function<R, Object> identity = Same::new;
  private boolean refilling;
  private @Nullable Subscription language;

  /**
   * @param id of the table's node
   */
  public DataTable(Kit kit, String id, List<Column<R>> columns) {
    this.kit = kit;
    view.setId(id);
    view.setFixedCellSize(ROW);
    view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    view.setSortPolicy(table -> {
      sort();
      return true;
    });
    for (Column<R> column : columns) {
      view.getColumns().add(column(column));
    }
    view.widthProperty().subscribe(width -> fill());
    view.setRowFactory(table -> row());
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::begin);
    menu = new TableMenu(kit, view, this::text);
    view.setContextMenu(menu.menu());
  }

  /** The table's node. */
  public Region view() {
    return view;
  }

  /** What stands where there are no rows. */
  public void placeholder(Node node) {
    view.setPlaceholder(node);
  }

  /** What is read to those who do not see it. */
  public void describe(String text) {
    view.setAccessibleText(text);
  }

  /**
   * Rows are read again: what they have in common is the same row, which stays selected. Without
   * it, only the very row is.
   */
  public void identify(Function<R, Object> key) {
    identity = key;
  }

  /**
   * A reader comes back from what a row led to: the row is chosen again and has the keyboard. If it
   * is gone, what now stands where it stood has the keyboard, and is not chosen.
   */
  public void comeBack(R row) {
    Object key = identity.apply(row);
    List<R> rows = rows();
    OptionalInt again =
        IntStream.range(0, rows.size())
            .filter(i -> identity.apply(rows.get(i)).equals(key))
            .findFirst();
    if (again.isEmpty()) {
      int stood = Math.max(0, view.getFocusModel().getFocusedIndex());
      view.getFocusModel().focus(Math.min(stood, rows.size() - 1));
    } else if (view.getSelectionModel().getSelectedIndex() != again.getAsInt()) {
      select(again.getAsInt());
      view.scrollTo(again.getAsInt());
    }
    view.requestFocus();
  }

  /** What happens to a row on Enter or a double click. */
  public void onOpen(Consumer<R> action) {
    opener = action;
  }

  /** Lets people select one row at a time only. */
  public void single() {
    view.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
  }

  /** Begins with the rows in the descending order of a column. */
  public void newestFirst(String columnId) {
    columns.forEach((node, column) -> {
      if (column.id().equals(columnId)) {
        node.setSortType(SortType.DESCENDING);
        view.getSortOrder().setAll(List.of(node));
      }
    });
  }

  /**
   * Called with what is selected whenever that changes. Rows that come and go beside the selected
   * one change nothing.
   */
  public void onSelected(Consumer<List<R>> action) {
    view.getSelectionModel()
        .getSelectedItems()
        .subscribe(() -> {
          if (!refilling) {
            action.accept(selected());
          }
        });
    unselected = () -> action.accept(selected());
  }

  /** Shows these rows in place of those before, in the present order. */
  public void show(List<R> rows) {
    given = List.copyOf(rows);
    sort();
  }

  /** Shows only those of its rows that are wanted. */
  public void filter(Predicate<R> predicate) {
    wanted = predicate;
    refill();
  }

  /** The rows that are shown, in their order. */
  public List<R> rows() {
    return List.copyOf(view.getItems());
  }

  /** How many rows are shown. */
  public ReadOnlyIntegerProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The rows that are selected. */
  public List<R> selected() {
    List<R> rows = new ArrayList<>();
    // While items change, the toolkit's own list may hold nulls.
    for (R row : view.getSelectionModel().getSelectedItems()) {
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Selects one of the rows that are shown, counted from 0. */
  public void select(int index) {
    view.getSelectionModel().clearAndSelect(index);
  }

  /** What is shown, for other programs: the titles, then a line for each row. */
  public List<List<String>> text() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns().stream().map(column -> column.title().getValue()).toList());
    for (R row : view.getItems()) {
      lines.add(columns().stream().map(column -> column.plain().apply(row)).toList());
    }
    return lines;
  }

  /** Saves what is shown as a file for other programs, where a person says. */
  public void save() {
    menu.save();
  }

  /** Follows the language from now on. */
  public void attach() {
    language = kit.localisation().languageProperty().subscribe(now -> Cells.renew(view));
  }

  /** Follows nothing any more. */
  public void detach() {
    if (language != null) {
      language.unsubscribe();
      language = null;
    }
  }

  private TableColumn<R, R> column(Column<R> column) {
    TableColumn<R, R> made = new TableColumn<>();
    made.setId(view.getId() + "-" + column.id());
    made.textProperty().bind(column.title());
    made.setPrefWidth(column.width());
    made.setComparator(column.order());
    made.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    made.setCellFactory(any -> new LookCell<>(column));
    if (column.align() == Column.Align.END) {
      made.getStyleClass().add("cs-column-end");
    }
    columns.put(made, column);
    return made;
  }

  /** The last column takes what the others leave, so that no blank one stands beside it. */
  private void fill() {
    List<TableColumn<R, ?>> all = view.getVisibleLeafColumns();
    Column<R> column = all.isEmpty() ? null : columns.get(all.getLast());
    if (column != null) {
      double others =
          all.subList(0, all.size() - 1).stream().mapToDouble(TableColumn::getWidth).sum();
      all.getLast().setPrefWidth(Math.max(column.width(), view.getWidth() - others - BESIDE));
    }
  }

  private TableRow<R> row() {
    TableRow<R> row = new TableRow<>();
    row.setOnMouseClicked(click -> {
      R item = row.getItem();
      if (item != null && click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
        opener.accept(item);
      }
    });
    return row;
  }

  /** The first step down selects the row that has the keyboard already, and not the next. */
  private void begin(KeyEvent key) {
    if (key.getCode() == KeyCode.DOWN && selected().isEmpty() && !view.getItems().isEmpty()) {
      select(Math.max(0, view.getFocusModel().getFocusedIndex()));
      key.consume();
    }
  }

  private void key(KeyEvent key) {
    R focused = view.getSelectionModel().getSelectedItem();
    if (key.getCode() == KeyCode.ENTER && focused != null) {
      key.consume();
      opener.accept(focused);
    } else if (COPY.match(key)) {
      key.consume();
      copy();
    }
  }

  private void copy() {
    String text =
        selected().stream()
            .map(row ->
                columns().stream()
                    .map(column -> column.look().apply(row).text())
                    .collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n"));
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** The columns as they stand now; people move them. */
  private List<Column<R>> columns() {
    List<Column<R>> now = new ArrayList<>();
    for (TableColumn<R, ?> column : view.getColumns()) {
      Optional.ofNullable(columns.get(column)).ifPresent(now::add);
    }
    return now;
  }

  private void sort() {
    Comparator<R> order = null;
    for (TableColumn<R, ?> by : view.getSortOrder()) {
      Column<R> column = columns.get(by);
      if (column != null) {
        Comparator<R> next =
            by.getSortType() == SortType.DESCENDING ? column.order().reversed() : column.order();
        order = order == null ? next : order.thenComparing(next);
      }
    }
    List<R> rows = new ArrayList<>(given);
    if (order != null) {
      rows.sort(order);
    }
    sorted = rows;
    refill();
  }

  private void refill() {
    R before = view.getSelectionModel().getSelectedItem();
    int stood = view.getSelectionModel().getSelectedIndex();
    Map<Object, R> chosen = new HashMap<>();
    for (R row : selected()) {
      chosen.put(identity.apply(row), row);
    }
    Object lead = before == null ? null : identity.apply(before);
    List<R> rows = new ArrayList<>();
    List<Integer> again = new ArrayList<>();
    boolean same = true;
    for (R row : sorted) {
      if (wanted.test(row)) {
        if (!chosen.isEmpty()) {
          Object key = identity.apply(row);
          R was = chosen.get(key);
          if (was != null) {
            same &= new Same(was).equals(new Same(row));
            // The one with the keyboard is chosen last.
            again.add(key.equals(lead) ? again.size() : 0, rows.size());
          }
        }
        rows.add(row);
      }
    }
    refilling = true;
    try {
      ObservableList<R> items = view.getItems();
      view.getSelectionModel().clearSelection();
      items.setAll(rows);
      shown.set(rows.size());
      for (int index : again) {
        view.getSelectionModel().select(index);
      }
      if (again.isEmpty() && stood >= 0) {
        view.getFocusModel().focus(Math.min(stood, rows.size() - 1));
      }
    } finally {
      refilling = false;
    }
    // Whoever had chosen something is told that some of it is gone, or says more now.
    if (again.size() < chosen.size() || !same) {
      unselected.run();
    }
  }

  /** The very row; its own equality would look into it. */
  private record Same(Object row) {

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Same(Object another) && row == another;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(row);
    }
  }
}
