package org.chartseal.views.sign;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.table.Cells;
import org.chartseal.views.kit.text.Texts;

/** What waits for a signature and what was signed, one line each. */
final class DraftTable {

  /** Enough for a day, a state and a short name. */
  private static final double NARROW = 116;

  private static final double ROW = 32;

  private final Texts texts;
  private final ObservableList<SignDesk.Draft> drafts;
  private final TableView<SignDesk.Draft> table;

  DraftTable(Kit kit, ObservableList<SignDesk.Draft> drafts) {
    this.texts = kit.texts(DraftTable.class);
    this.drafts = drafts;
    this.table = new TableView<>(drafts);
    table.setId("drafts");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.accessibleTextProperty().bind(texts.bind("sign.title"));
    TableColumn<SignDesk.Draft, String> far =
        bounded(column("column.state", draft -> texts.word("state", draft.state()), 216));
    far.setCellFactory(any -> new StateCell());
    table.getColumns().add(far);
    table.getColumns().add(bounded(column("column.patient", about(SignDesk.About::patient), 200)));
    table
        .getColumns()
        .add(
            bounded(
                column(
                    "column.kind", about(about -> new DraftWords(texts).kind(about.kind())), 120)));
    table
        .getColumns()
        .add(
            bounded(
                column(
                    "column.date", about(about -> kit.formats().clinicalDay(about.date())), 120)));
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
                360));
  }

  /** What is left over goes to the titles: no other column creeps as the list changes. */
  private static TableColumn<SignDesk.Draft, String> bounded(
      TableColumn<SignDesk.Draft, String> column) {
    column.setMaxWidth(column.getPrefWidth());
    column.setMinWidth(Math.min(column.getPrefWidth(), NARROW));
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
  ObservableValue<SignDesk.Draft> selected() {
    return table.getSelectionModel().selectedItemProperty();
  }

  /** Shows these; what was chosen stays chosen, and the first one is where nothing was. */
  void show(List<SignDesk.Draft> now) {
    Optional<String> chosen = Optional.ofNullable(selected().getValue()).map(SignDesk.Draft::id);
    drafts.setAll(now);
    now.stream()
        .filter(draft -> chosen.filter(draft.id()::equals).isPresent())
        .findFirst()
        .or(() -> now.stream().findFirst())
        .ifPresent(table.getSelectionModel()::select);
  }

  /** The language is another one. */
  void renew() {
    Cells.renew(table);
  }
}
