package org.chartseal.views.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.EntryComparison;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.table.Cells;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.GradeBadge;
import org.chartseal.views.kit.verdict.ReasonText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Two entries side by side, each under its verdict; what speaks of the same stands in one row. */
final class ComparePane {

  private final Kit kit;
  private final Texts texts;
  private final RecordDesk desk;
  private final Visitor visitor;
  private final Latest reading;
  private final StatePane state;
  private final ReasonText reasons;
  private final Runnable back;
  private final Button leave = new Button();
  private final BorderPane root = new BorderPane();
  private @Nullable ListView<CompareLine> list;
  private List<RecordItem> pair = List.of();

  /**
   * @param back leads to the entries again
   */
  ComparePane(Kit kit, RecordDesk desk, Visitor visitor, Runnable back) {
    this.kit = kit;
    this.texts = kit.texts(ComparePane.class);
    this.desk = desk;
    this.visitor = visitor;
    this.back = back;
    this.reading = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.reasons = new ReasonText(kit.localisation());
    root.setId("compare");
    root.getStyleClass().add("cs-compare");
    leave.setId("compare-back");
    leave.textProperty().bind(texts.bind("compare.back"));
    leave.setGraphic(new FontIcon(Material2AL.ARROW_BACK));
    leave.setOnAction(pressed -> back.run());
    root.setCenter(state);
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            back.run();
          }
        });
  }

  Parent view() {
    return root;
  }

  /** Leaves nothing of what was compared. */
  void stop() {
    reading.stop();
    list = null;
    pair = List.of();
    root.setTop(null);
    state.show(new Region());
  }

  /** Compares anew if one of the two was read anew. */
  void renew(Collection<RecordItem> batch) {
    List<RecordItem> now = pair.stream().map(one -> one.newestOf(batch)).toList();
    if (!now.equals(pair)) {
      list = null;
      show(now.getFirst(), now.getLast());
    }
  }

  /** Speaks the present language. */
  void speak() {
    if (list != null) {
      Cells.renew(list);
    }
  }

  /** Compares two entries; what could not be verified is not shown. */
  void show(RecordItem first, RecordItem second) {
    pair = List.of(first, second);
    Label title = new Label();
    title.textProperty().bind(texts.bind("compare.title"));
    title.getStyleClass().add("cs-heading");
    CheckBox only = new CheckBox();
    only.setId("compare-only");
    only.textProperty().bind(texts.bind("compare.only"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(leave, title, gap, only);
    bar.getStyleClass().add("cs-toolbar");
    bar.setAlignment(Pos.CENTER_LEFT);
    GridPane heads = CompareCell.grid();
    heads.addRow(0, new Region(), new Region(), head(first), head(second));
    root.setTop(new VBox(bar, heads));
    kit.focus(leave);
    Optional<RecordItem> hidden =
        List.of(first, second).stream()
            .filter(item -> item.grade() == Verdict.Grade.FAILED)
            .findFirst();
    if (hidden.isPresent()) {
      state.empty(
          Material2AL.BLOCK,
          texts.bind("compare.hidden", hidden.get().title()),
          kit.localisation().spoken(() -> reasons.against(hidden.get().entry().verdict())));
      return;
    }
    Running running =
        reading.start(
            progress -> EntryComparison.of(values(first, progress), values(second, progress)),
            found -> {
              ListView<CompareLine> rows = list(found, only);
              list = rows;
              state.show(rows);
              above(heads, rows);
            },
            fault -> state.failed(fault, () -> show(first, second)));
    state.busy(texts.bind("compare.reading"), running, back);
  }

  /** As wide as the rows under them, which a scroll bar and a border narrow. */
  private static void above(GridPane heads, ListView<CompareLine> rows) {
    rows.applyCss();
    VBox.setMargin(heads, new Insets(0, 0, 0, rows.snappedLeftInset()));
    if (rows.lookup(".clipped-container") instanceof Region cells) {
      heads.maxWidthProperty().bind(cells.widthProperty());
    }
  }

  private EntryView values(RecordItem item, Progress progress) throws RefusedException {
    return switch (desk.content(visitor, item, progress).values()) {
      case EntryOutcome.Shown(var view) -> view;
      case EntryOutcome.NotShown(var fault) -> throw new RefusedException(fault);
    };
  }

  private ListView<CompareLine> list(EntryComparison found, CheckBox only) {
    ObservableList<CompareLine> lines = FXCollections.observableArrayList(lines(found));
    FilteredList<CompareLine> shown = new FilteredList<>(lines);
    ListView<CompareLine> rows = new ListView<>(shown);
    rows.setId("compare-rows");
    rows.accessibleTextProperty().bind(texts.bind("compare.title"));
    Label nothing = new Label();
    nothing.textProperty().bind(texts.bind("compare.nothing"));
    rows.setPlaceholder(nothing);
    rows.setCellFactory(any -> new CompareCell(kit));
    only.selectedProperty()
        .subscribe(wanted -> shown.setPredicate(line -> !wanted || line.isDifferent()));
    return rows;
  }

  private static List<CompareLine> lines(EntryComparison found) {
    List<CompareLine> lines = new ArrayList<>();
    String section = "";
    for (EntryComparison.Row row : found.rows()) {
      if (!row.section().equals(section)) {
        section = row.section();
        String present = section;
        boolean differs =
            found.rows().stream()
                .filter(one -> one.section().equals(present))
                .anyMatch(one -> one.difference() != EntryComparison.Difference.SAME);
        lines.add(new CompareLine.Heading(section, differs));
      }
      lines.add(new CompareLine.Values(row));
    }
    return lines;
  }

  private VBox head(RecordItem item) {
    Label title = new Label();
    title
        .textProperty()
        .bind(kit.localisation().spoken(() -> new EntryWords(kit).title(item.title())));
    title.setWrapText(true);
    title.getStyleClass().add("cs-strong");
    Label by = new Label();
    by.textProperty().bind(kit.localisation().spoken(() -> item.by(texts, kit.formats())));
    by.setWrapText(true);
    by.getStyleClass().add("cs-quiet");
    VBox head = new VBox(4, title, by, new GradeBadge(kit, item.grade()));
    if (!item.entry().isProven()) {
      Label caution = new Label();
      caution
          .textProperty()
          .bind(
              kit.localisation()
                  .spoken(
                      () -> texts.get("entry.caution", reasons.against(item.entry().verdict()))));
      caution.setWrapText(true);
      caution.getStyleClass().add("cs-caution");
      head.getChildren().add(caution);
    }
    return head;
  }
}
