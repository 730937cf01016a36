package org.chartseal.views.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.export.ExportKind;
import org.chartseal.views.kit.export.Saver;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.report.Opening;
import org.chartseal.views.kit.report.PrintedRecord;
import org.chartseal.views.kit.report.ReportEntry;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/** What can be taken out of an open record: its list, one entry, a summary for other programs. */
final class RecordExport {

  private final Kit kit;
  private final Texts texts;
  private final RecordDesk desk;
  private final Visitor visitor;
  private final RecordModel model;
  private final PrintedRecord printed;
  private RecordDesk.@Nullable Opened opened;

  RecordExport(Kit kit, RecordDesk desk, Visitor visitor, RecordModel model) {
    this.kit = kit;
    this.texts = kit.texts(RecordExport.class);
    this.desk = desk;
    this.visitor = visitor;
    this.model = model;
    this.printed = new PrintedRecord(kit);
  }

  /** How the record was opened; none while it is read. */
  void opened(RecordDesk.@Nullable Opened result) {
    opened = result;
  }

  /** How it was opened, as far as it is known. */
  Optional<RecordDesk.Opened> opened() {
    return Optional.ofNullable(opened);
  }

  /**
   * The menu of the record.
   *
   * @param rows as the list shows them
   * @param filter that left them
   */
  MenuButton menu(ObservableList<RecordItem> rows, Supplier<String> filter) {
    MenuButton menu = new MenuButton();
    menu.setId("record-export");
    menu.textProperty().bind(texts.bind("export"));
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.getItems()
        .addAll(
            item(
                "export-pdf",
                "export.pdf",
                chosen -> printed.list(menu, how(), name(), listed(rows, filter.get()))),
            item(
                "export-print",
                "export.print",
                chosen -> printed.printList(menu, how(), name(), listed(rows, filter.get()))),
            item(
                "export-csv",
                "export.csv",
                chosen -> printed.table(menu, how(), name(), listed(rows, filter.get()))),
            item("export-ips", "export.ips", chosen -> summary(menu)));
    return menu;
  }

  /** The buttons of one entry. */
  List<Node> of(RecordItem item) {
    Button save = new Button();
    save.textProperty().bind(texts.bind("entry.save"));
    save.setId("entry-save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(
        pressed -> printed.entry(save, how(), entry(item), progress -> readable(item, progress)));
    Button print = new Button();
    print.textProperty().bind(texts.bind("entry.print"));
    print.setId("entry-print");
    print.setMinWidth(Region.USE_PREF_SIZE);
    print.setOnAction(pressed ->
        printed.printEntry(print, how(), entry(item), progress -> readable(item, progress)));
    return List.of(save, print);
  }

  private Optional<ContentView> readable(RecordItem item, Progress progress)
      throws RefusedException {
    if (item.grade() == Verdict.Grade.FAILED) {
      return Optional.empty();
    }
    return Optional.of(desk.content(visitor, item, progress));
  }

  private void summary(Node asking) {
    Texts still = kit.localisation().still().texts(RecordExport.class);
    new Saver(kit)
        .save(
            asking,
            texts.get("export.ips.name", visitor.name()),
            ExportKind.FHIR,
            progress -> {
              PatientSummary made = desk.summary(visitor, progress);
              return new Saver.Made(
                  made.bytes(),
                  still.get(
                      "export.ips.remark", made.entries(), made.withoutPlace(), made.leftOut()));
            });
  }

  private String name() {
    return texts.get("export.name", visitor.name());
  }

  /** What is taken out is taken out under a consent that holds now. */
  private PrintedRecord.Asked how() {
    Opening opening = opening();
    return () -> {
      Optional<Fault> over = desk.over(visitor);
      if (over.isPresent()) {
        throw new RefusedException(over.get());
      }
      return opening;
    };
  }

  private Opening opening() {
    return new Opening(
        visitor.card().card().person(),
        Opening.Basis.CONSENT,
        opened == null ? List.of() : opened.terms(),
        opened().map(RecordDesk.Opened::outcome),
        Instant.now());
  }

  private PrintedRecord.Listed listed(List<RecordItem> rows, String filter) {
    return new PrintedRecord.Listed(
        rows.stream().map(this::entry).toList(), filter.strip(), model.items().size());
  }

  private ReportEntry entry(RecordItem item) {
    return new ReportEntry(
        item.name(), texts.word("kind", item.kind()), item.writer(), item.entry());
  }

  private MenuItem item(String id, String key, EventHandler<ActionEvent> action) {
    MenuItem item = new MenuItem();
    item.setId(id);
    item.textProperty().bind(texts.bind(key));
    item.setOnAction(action);
    return item;
  }
}
