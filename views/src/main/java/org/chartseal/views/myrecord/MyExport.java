package org.chartseal.views.myrecord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.export.ExportKind;
import org.chartseal.views.kit.export.Saver;
import org.chartseal.views.kit.report.Opening;
import org.chartseal.views.kit.report.PrintedRecord;
import org.chartseal.views.kit.report.ReportEntry;
import org.chartseal.views.kit.text.Texts;

/** What patients can take out of their own record. */
final class MyExport {

  private final Kit kit;
  private final Texts texts;
  private final MyRecordDesk desk;
  private final PrintedRecord printed;
  private Optional<RecordOutcome.Opened> outcome = Optional.empty();

  MyExport(Kit kit, MyRecordDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(MyExport.class);
    this.desk = desk;
    this.printed = new PrintedRecord(kit);
  }

  /** How the record was read; empty unless that was to its end. */
  void outcome(Optional<RecordOutcome.Opened> how) {
    outcome = how;
  }

  /**
   * The menu of the record.
   *
   * @param filter that leaves what the table shows
   */
  MenuButton menu(EntryTable table, Supplier<String> filter) {
    MenuButton menu = new MenuButton();
    menu.setId("my-export");
    menu.textProperty().bind(texts.bind("export"));
    menu.setMinWidth(Region.USE_PREF_SIZE);
    MenuItem pdf = item("my-export-pdf", "export.pdf");
    pdf.setOnAction(chosen ->
        printed.list(menu, this::opening, texts.get("screen"), listed(table, filter.get())));
    MenuItem csv = item("my-export-csv", "export.csv");
    csv.setOnAction(
        chosen -> printed.table(menu, texts.get("screen"), listed(table, filter.get())));
    MenuItem ips = item("my-export-ips", "export.ips");
    ips.setOnAction(chosen -> summary(menu, table));
    menu.getItems().addAll(pdf, csv, ips);
    menu.setOnShowing(shown -> ips.setVisible(outcome.isPresent()));
    return menu;
  }

  /** Saves one entry. */
  Button button(MyEntry entry) {
    Button save = new Button();
    save.textProperty().bind(texts.bind("entry.save"));
    save.setId("my-entry-save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(
        pressed -> printed.entry(save, this::opening, entry(entry), progress -> readable(entry)));
    return save;
  }

  private Optional<ContentView> readable(MyEntry entry) {
    return entry
        .entry()
        .content()
        .filter(content -> entry.grade() != Verdict.Grade.FAILED)
        .map(desk::readable);
  }

  private void summary(Node asking, EntryTable table) {
    List<RecordEntry> entries = table.all().stream().map(MyEntry::entry).toList();
    Texts still = kit.localisation().still().texts(MyExport.class);
    outcome.ifPresent(how ->
        new Saver(kit)
            .save(
                asking,
                texts.get("export.ips.name"),
                ExportKind.FHIR,
                progress -> {
                  PatientSummary made = desk.summary(entries, how);
                  return new Saver.Made(
                      made.bytes(),
                      still.get(
                          "export.ips.remark",
                          made.entries(),
                          made.withoutPlace(),
                          made.leftOut()));
                }));
  }

  private Opening opening() throws RefusedException {
    return new Opening(desk.patient(), Opening.Basis.OWN, List.of(), outcome, Instant.now());
  }

  private PrintedRecord.Listed listed(EntryTable table, String filter) {
    return new PrintedRecord.Listed(
        table.shown().stream().map(this::entry).toList(), filter.strip(), table.all().size());
  }

  private ReportEntry entry(MyEntry entry) {
    return new ReportEntry(
        desk.name(entry.entry()),
        entry.kind().map(kind -> texts.word("kind", kind)).orElse(""),
        entry.organisation(),
        entry.entry());
  }

  private MenuItem item(String id, String key) {
    MenuItem item = new MenuItem();
    item.setId(id);
    item.textProperty().bind(texts.bind(key));
    return item;
  }
}
