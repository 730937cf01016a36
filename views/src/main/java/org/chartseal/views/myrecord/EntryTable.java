package org.chartseal.views.myrecord;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.GradeBadge;
import org.jspecify.annotations.Nullable;

/** The entries as a table, the newest first. */
final class EntryTable extends TableView<MyEntry> {

  private static final double ROW = 32;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Kit kit;
  private final Texts texts;
  private final ObservableList<MyEntry> all = FXCollections.observableArrayList();
  private final FilteredList<MyEntry> filtered = new FilteredList<>(all);

  EntryTable(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(EntryTable.class);
    setId("my-entries");
    setFixedCellSize(ROW);
    accessibleTextProperty().bind(texts.bind("screen"));
    SortedList<MyEntry> sorted = new SortedList<>(filtered);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    TableColumn<MyEntry, String> date = column("date", 112, MyEntry::date);
    date.setCellFactory(any -> new DateCell());
    date.setSortType(TableColumn.SortType.DESCENDING);
    TableColumn<MyEntry, Verdict.Grade> verdict = new TableColumn<>();
    verdict.textProperty().bind(texts.bind("column.verdict"));
    verdict.setPrefWidth(120);
    verdict.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().grade()));
    verdict.setCellFactory(any -> new GradeCell());
    getColumns().add(verdict);
    getColumns().add(date);
    EntryWords words = new EntryWords(kit);
    getColumns().add(column("title", 184, entry -> words.title(entry.title())));
    getColumns().add(column("author", 112, MyEntry::author));
    getColumns().add(column("kind", 80, this::kind));
    getColumns().add(column("organisation", 128, MyEntry::organisation));
    getSortOrder().add(date);
  }

  /** All entries that were read so far. */
  ObservableList<MyEntry> all() {
    return all;
  }

  /** Shows those that hold every one of these words. */
  void filter(String words) {
    List<String> wanted = List.of(SPACE.split(words.strip().toLowerCase(Locale.ROOT), 0));
    filtered.setPredicate(entry -> entry.has(wanted));
  }

  /** The kind in a word; one that could not be read has none. */
  String kind(MyEntry entry) {
    return entry.kind().map(kind -> texts.word("kind", kind)).orElse("");
  }

  private TableColumn<MyEntry, String> column(
      String key, double width, Function<MyEntry, String> value) {
    TableColumn<MyEntry, String> column = new TableColumn<>();
    column.textProperty().bind(texts.bind("column." + key));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    return column;
  }

  /** Dates sort as they were written and read as people of the locale write them. */
  private final class DateCell extends TableCell<MyEntry, String> {
    @Override
    protected void updateItem(@Nullable String date, boolean empty) {
      super.updateItem(date, empty);
      setText(empty || date == null ? null : kit.formats().clinicalDay(date));
    }
  }

  private final class GradeCell extends TableCell<MyEntry, Verdict.Grade> {
    private final GradeBadge badge = new GradeBadge(kit);

    @Override
    protected void updateItem(Verdict.@Nullable Grade grade, boolean empty) {
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
}
