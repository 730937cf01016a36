package org.chartseal.views.inbox;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.text.Texts;

/**
 * A list in the inbox. Its order is the list's own, and what is chosen stays chosen when it is
 * looked at again.
 *
 * @param <T> the rows
 */
final class MailTable<T> extends TableView<T> {

  private static final double ROW = 32;
  private static final double WORDS = 110;

  /** A day, or an amount of money: what is cut reads as another one. */
  private static final double DAY = 116;

  private static final double MOMENT = 180;

  private final Texts texts;
  private final Function<T, Object> identity;

  /**
   * @param identity what stays the same when a row changes
   */
  MailTable(Texts texts, Function<T, Object> identity) {
    this.texts = texts;
    this.identity = identity;
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  MailTable<T> marks(String key, double width, Function<T, Look> mark, Predicate<T> fresh) {
    TableColumn<T, T> column = new TableColumn<>();
    column.textProperty().bind(texts.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(any -> new MarkCell<>(mark, fresh));
    return add(column, width, WORDS);
  }

  MailTable<T> words(String key, double width, Function<T, String> word) {
    return add(column(key, word), width, WORDS);
  }

  MailTable<T> days(String key, Function<T, String> day) {
    return add(column(key, day), DAY, DAY);
  }

  MailTable<T> moments(String key, Function<T, String> moment) {
    return add(column(key, moment), MOMENT, MOMENT);
  }

  MailTable<T> amounts(String key, Function<T, String> amount) {
    TableColumn<T, String> column = column(key, amount);
    column.getStyleClass().addAll("cs-amount", "cs-column-end");
    return add(column, DAY, DAY);
  }

  /** Shows these rows. */
  void show(List<T> rows) {
    if (getItems().equals(rows)) {
      return;
    }
    T chosen = getSelectionModel().getSelectedItem();
    getItems().setAll(rows);
    rows.stream()
        .filter(row -> chosen != null && identity.apply(row).equals(identity.apply(chosen)))
        .findFirst()
        .ifPresentOrElse(
            row -> getSelectionModel().select(row), () -> getSelectionModel().selectFirst());
  }

  /** Goes to the row of this identity, if there is one. */
  void choose(Object which) {
    getItems().stream()
        .filter(row -> identity.apply(row).equals(which))
        .findFirst()
        .ifPresent(row -> {
          getSelectionModel().clearSelection();
          getSelectionModel().select(row);
          scrollTo(row);
          requestFocus();
        });
  }

  private TableColumn<T, String> column(String key, Function<T, String> word) {
    TableColumn<T, String> column = new TableColumn<>();
    column.textProperty().bind(texts.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(word.apply(row.getValue())));
    return column;
  }

  private MailTable<T> add(TableColumn<T, ?> column, double width, double least) {
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setSortable(false);
    getColumns().add(column);
    return this;
  }
}
