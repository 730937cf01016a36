package org.chartseal.views.sign;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.table.Cells;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/** What waits for a signature and what was signed, one line each. */
final class DraftTable {

  /** Beside what an entry says, in the smallest usual window, its title has this room left. */
  private static final double TITLE = 168;

  private static final double ROW = 32;

  /** Somebody may draw a column so many times as wide. */
  private static final double WIDER = 2;

  private final Texts texts;
  private final ObservableList<SignDesk.Draft> drafts;
  private final TableView<SignDesk.Draft> table;
  private final ReadOnlyObjectWrapper<SignDesk.@Nullable Draft> chosen =
      new ReadOnlyObjectWrapper<>(null);
  private boolean showing;

  DraftTable(Kit kit, ObservableList<SignDesk.Draft> drafts) {
    this.texts = kit.texts(DraftTable.class);
    this.drafts = drafts;
    this.table = new TableView<>(drafts);
    // While the lines are exchanged the table says for a moment that nothing is chosen.
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(draft -> {
          if (!showing) {
            chosen.set(draft);
          }
        });
    table.setId("drafts");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.accessibleTextProperty().bind(texts.bind("sign.title"));
    TableColumn<SignDesk.Draft, String> far =
        bounded(column("column.state", draft -> texts.word("state", draft.state()), 128));
    far.setCellFactory(any -> new StateCell());
    table.getColumns().add(far);
    table.getColumns().add(bounded(column("column.patient", about(SignDesk.About::patient), 144)));
    table
        .getColumns()
        .add(
            bounded(
                column(
                    "column.kind", about(about -> new DraftWords(texts).kind(about.kind())), 88)));
    table
        .getColumns()
        .add(
            bounded(
                column(
                    "column.date", about(about -> kit.formats().clinicalDay(about.date())), 108)));
    table
        .getColumns()
        .add(
            column(
                "column.title",
                draft ->
                    draft
                        .about()
                        .map(about -> new EntryWords(kit).title(about.title()))
                        .orElseGet(
                            () -> texts.get("sign.sealed", kit.formats().moment(draft.at()))),
                TITLE));
  }

  /** What is left over goes to the titles: no other column creeps as the list changes. */
  private static TableColumn<SignDesk.Draft, String> bounded(
      TableColumn<SignDesk.Draft, String> column) {
    column.setMaxWidth(WIDER * column.getPrefWidth());
    column.setMinWidth(column.getPrefWidth());
    return column;
  }

  private static Function<SignDesk.Draft, String> about(Function<SignDesk.About, String> value) {
    return draft -> draft.about().map(value).orElse("");
  }

  private TableColumn<SignDesk.Draft, String> column(
      String key, Function<SignDesk.Draft, String> value, double width) {
    TableColumn<SignDesk.Draft, String> column = new TableColumn<>();
    column.textProperty().bind(texts.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setPrefWidth(width);
    return column;
  }

  Region view() {
    return table;
  }

  /** The one that is chosen; null while there is none. */
  ReadOnlyObjectProperty<SignDesk.@Nullable Draft> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Shows these; what was chosen stays chosen. */
  void show(List<SignDesk.Draft> now) {
    SignDesk.Draft before = chosen.get();
    showing = true;
    drafts.setAll(now);
    Optional<SignDesk.Draft> still =
        now.stream().filter(draft -> before != null && draft.id().equals(before.id())).findFirst();
    still.ifPresentOrElse(
        table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
    showing = false;
    chosen.set(still.orElse(null));
  }

  /** Nothing of it stays. */
  void clear() {
    show(List.of());
  }

  /** The language is another one. */
  void renew() {
    Cells.renew(table);
  }
}
