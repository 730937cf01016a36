package org.chartseal.views.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.record.Check;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordExportTest {

  @TempDir private Path folder;

  private final Clinic desk = new Clinic();
  private SampleRecords records;
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    records = new SampleRecords();
    for (int n = 0; n < 3; n++) {
      desk.items.add(records.item(n));
    }
    desk.items.add(records.item(3, "위조된 기록", List.of(Check.SIGNATURE)));
  }

  @AfterEach
  void close() {
    desk.goOn.countDown();
    bench.close();
  }

  @Test
  void the_list_is_saved_as_filtered_with_verdicts_and_the_dialog_says_where_and_who_can_read_it()
      throws Exception {
    show();
    bench.fx(() -> {
      bench.find("record-filter", TextField.class).setText("위조");
      return desk;
    });
    Path file = save("export-pdf", "list.pdf");
    String text = text(file);
    assertThat(text)
        .contains(
            "Record of Hong Seo-yeon",
            "At block 18",
            "1 of 4, filtered by “위조”",
            "위조된 기록",
            "Failed",
            "It does not hold",
            "1 entry in this list is not proven",
            "Page 1 of 1")
        .doesNotContain("Note 1");
    assertThat(bench.texts())
        .contains("list.pdf is saved", file.toString(), "Whoever has this file can read it");
    bench.pictures("export-saved");
    bench.press("saving-close");
    assertThat(bench.texts()).doesNotContain("is saved");
  }

  @Test
  void in_korean_the_pages_speak_korean() throws Exception {
    show();
    bench.speak(Language.KOREAN);
    String text = text(save("export-pdf", "list.pdf"));
    assertThat(text).contains("진료 기록", "검증", "증명됨", "실패", "위조된 기록", "1쪽 중 1쪽");
    keep("list-ko.pdf");
  }

  @Test
  void the_table_is_saved_with_dates_as_written_and_no_cell_that_calculates() throws Exception {
    desk.items.add(records.item(4, "=HYPERLINK(1)", List.of()));
    show();
    String csv = Files.readString(save("export-csv", "list.csv"));
    assertThat(csv)
        .startsWith("\uFEFFVerdict,Date,Kind,Title,Author,Written at,Entry,Slot\r\n")
        .contains("failed,2026-03-04,Note,위조된 기록,Dr Kim Minji,Hana Clinic,hong/3,")
        .contains("'=HYPERLINK(1)");
    assertThat(csv.lines()).hasSize(6);
  }

  @Test
  void an_entry_is_saved_with_its_values_every_check_and_the_evidence() throws Exception {
    show();
    select("Note 1");
    bench.exports().choose(folder.resolve("entry.pdf"));
    bench.press("entry-save");
    bench.awaitText("is saved");
    assertThat(bench.exports().suggested()).isEqualTo("Note 1.pdf");
    String text = text(folder.resolve("entry.pdf"));
    assertThat(text)
        .contains(
            "Proven. Every check passed.",
            "What it says",
            "Note 1",
            "Signed by its author",
            "It holds.",
            "hong/1",
            "Proven at block",
            "18");
  }

  @Test
  void an_entry_names_the_block_of_its_own_verdict_when_the_record_was_read_on() throws Exception {
    show();
    desk.later.add(records.stating(25, 9, SampleRecords.weight()));
    bench.press("record-refresh");
    bench.awaitText("complete at block 31");
    assertThat(saved("Note 9")).contains("Proven at block 25", "At block 31");
    bench.press("saving-close");
    assertThat(saved("Note 1")).contains("Proven at block 18", "At block 31");
  }

  private String saved(String title) throws Exception {
    select(title);
    Path file = folder.resolve(title + ".pdf");
    bench.exports().choose(file);
    bench.press("entry-save");
    bench.awaitText(title + ".pdf is saved");
    return text(file).replaceAll("\\s+", " ");
  }

  @Test
  void what_is_not_what_its_author_signed_is_saved_without_its_content() throws Exception {
    show();
    select("위조된 기록");
    bench.exports().choose(folder.resolve("entry.pdf"));
    bench.press("entry-save");
    bench.awaitText("is saved");
    assertThat(text(folder.resolve("entry.pdf")).replaceAll("\\s+", " "))
        .contains("Failed. Do not rely on this entry: It does not hold", "Not shown:")
        .doesNotContain("content of");
    assertThat(desk.read).doesNotContain("hong/3");
  }

  @Test
  void after_the_consent_is_over_nothing_is_taken_out_in_any_form() throws Exception {
    show();
    desk.over = Optional.of(new Fault("CS-CONS-03", "The patient revoked the consent."));
    Path file = folder.resolve("late");
    for (String form : List.of("export-csv", "export-pdf")) {
      bench.exports().choose(file);
      choose(form);
      bench.awaitText("CS-CONS-03");
      assertThat(file).doesNotExist();
      bench.fx(() -> {
        bench.kit().overlay().cancel();
        return form;
      });
    }
  }

  @Test
  void a_summary_says_what_was_left_out() throws Exception {
    show();
    assertThat(Files.readString(save("export-ips", "ips.json"))).isEqualTo("{}");
    assertThat(bench.texts())
        .contains(
            "3 entries are in it. Left out: 1 without anything for its sections, 2 not proven.");
  }

  @Test
  void what_is_stopped_half_way_writes_nothing() throws Exception {
    show();
    desk.hold = true;
    Path file = folder.resolve("ips.json");
    bench.exports().choose(file);
    choose("export-ips");
    bench.awaitText("Making the file");
    bench.pressWords("Stop");
    desk.goOn.countDown();
    desk.asked.await();
    bench.settle();
    assertThat(file).doesNotExist();
    assertThat(bench.texts()).doesNotContain("Making the file", "is saved");
  }

  @Test
  void a_dialog_that_is_left_without_a_file_saves_nothing() throws Exception {
    show();
    choose("export-pdf");
    assertThat(bench.texts()).doesNotContain("Making the file", "is saved");
  }

  private Path save(String item, String name) throws Exception {
    Path file = folder.resolve(name);
    bench.exports().choose(file);
    choose(item);
    bench.await(() -> bench.has("saving-where"));
    return file;
  }

  private void choose(String id) {
    bench.fx(() -> {
      MenuItem item =
          bench.find("record-export", MenuButton.class).getItems().stream()
              .filter(one -> id.equals(one.getId()))
              .findFirst()
              .orElseThrow();
      item.fire();
      return item;
    });
    bench.settle();
  }

  @SuppressWarnings("unchecked")
  private void select(String title) throws Exception {
    bench.fx(() -> {
      TableView<RecordItem> table = bench.find("entries", TableView.class);
      table.getItems().stream()
          .filter(item -> item.title().equals(title))
          .findFirst()
          .ifPresent(table.getSelectionModel()::select);
      return table;
    });
    bench.await(() -> bench.has("entry-save"));
  }

  private void show() throws Exception {
    bench.show(
        bench.fx(() ->
            new RecordScreen(
                bench.kit(),
                desk,
                records.visitor(),
                new RecordScreen.Additions(List.of(), files -> {}),
                item -> List.of(),
                new RecordScreen.Exits(() -> {}, () -> {}))));
    bench.press("view-list");
    bench.awaitText("complete at block 18");
  }

  /** Kept beside the pictures, to be looked at. */
  private void keep(String name) throws IOException {
    Path kept = Files.createDirectories(Path.of("target", "screens")).resolve(name);
    Files.write(kept, Files.readAllBytes(folder.resolve("list.pdf")));
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static final class Clinic extends QuietDesk {
    private final List<RecordItem> items = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private final List<RecordItem> later = new ArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean hold;
    private volatile Optional<Fault> over = Optional.empty();

    @Override
    public Optional<Fault> over(Visitor visitor) {
      return over;
    }

    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink) {
      items.forEach(sink);
      return SampleRecords.complete();
    }

    @Override
    public Opened more(
        Visitor visitor, Source source, Progress progress, Consumer<RecordItem> sink) {
      later.forEach(sink);
      return SampleRecords.opened(31, List.of());
    }

    @Override
    public synchronized ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      read.add(item.name());
      return SampleRecords.words("content of " + item.title());
    }

    @Override
    public PatientSummary summary(Visitor visitor, Progress progress) {
      if (hold) {
        try {
          goOn.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        asked.countDown();
      }
      return new PatientSummary(new byte[] {'{', '}'}, 3, 1, 2);
    }
  }
}
