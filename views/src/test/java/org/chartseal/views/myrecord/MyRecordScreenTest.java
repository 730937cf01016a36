package org.chartseal.views.myrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Entries;
import org.chartseal.views.testing.SampleClaims;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MyRecordScreenTest {

  private static final RecordOutcome.Opened COMPLETE =
      new RecordOutcome.Opened(
          new BlockRef(18_204, Hash32.ZERO, Instant.EPOCH, Hash32.ZERO), 4, List.of());

  private final Patient desk = new Patient();
  private Entries entries;
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    entries = new Entries();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void the_record_is_a_list_newest_first_with_costs_in_it_and_says_that_it_is_complete()
      throws Exception {
    few();
    show();
    bench.awaitText("This was all there was, at block 18,204. Read on ");
    assertThat(bench.texts()).contains("2 entries proven, 2 to look at.");
    assertThat(titles())
        .containsExactly("Explanation of benefit", "Discharge summary", "Old note", "Taken back");
    assertThat(bench.texts()).contains("Costs", "Dr Kim Minji");
    select(1);
    bench.awaitText("HbA1c");
    bench.fx(() -> {
      bench.find("entry-why", Hyperlink.class).fire();
      return desk;
    });
    bench.pictures("my-record");
  }

  @Test
  void an_explanation_says_line_by_line_what_was_billed_paid_and_is_the_patients_to_pay()
      throws Exception {
    few();
    show();
    bench.awaitText("This was all there was");
    LineAmounts total = desk.decided.result().totals();
    assertThat(bench.fx(() -> bench.find("my-cost-years", Label.class).getText()))
        .isEqualTo(
            "Costs in 2026, as decided: %s billed, insurers' part %s, your share %s"
                .formatted(money(total.billed()), money(total.payer()), money(total.patient())));
    select(0);
    bench.awaitText("The insurer has paid " + money(total.payer()) + " of it. That is proven.");
    String shown = bench.texts();
    assertThat(shown).as("what the bill says as resources").doesNotContain("HbA1c");
    for (LineDecision line : desk.decided.result().lines()) {
      assertThat(shown)
          .contains(money(line.amounts().billed()))
          .contains(money(line.amounts().patient()))
          .contains(line.explanation());
    }
    assertThat(shown).contains(money(total.writeOff()));
    bench.pictures("my-record-costs");

    desk.away = true;
    select(1);
    select(0);
    bench.awaitText("is not known now: No endpoint answers. (CS-TEST-04)");
    select(1);
    assertThat(bench.has("my-costs")).isFalse();
  }

  @Test
  void of_two_decisions_about_a_bill_the_last_counts_in_the_years_sum() {
    MyCosts first = MyCosts.of(desk.decided);
    Ruling ruling =
        new Ruling(
            Hash32.ZERO,
            1,
            new Ruling.Verdict.Deny(new AdjustmentReason("CO", "50", "")),
            "No indication.",
            "Dana Reyes",
            new Accumulators.Totals(first.total().payer(), first.total().patient()));
    MyCosts ruled =
        new MyCosts(first.claim(), List.of(ruling), first.total(), first.lines().subList(0, 1));
    LineAmounts line = first.lines().getFirst().amounts();
    assertThat(YearCosts.of(List.of(ruled, first))).containsExactly(new YearCosts(2026, line));
    assertThat(YearCosts.of(List.of(first, ruled))).containsExactly(new YearCosts(2026, line));
  }

  @Test
  void rows_that_come_while_it_loads_leave_what_is_read_as_it_is() throws Exception {
    few();
    desk.hold = new CountDownLatch(1);
    show();
    bench.awaitText("Reading on");
    select(1);
    bench.awaitText("HbA1c");
    Node before = bench.fx(() -> bench.find("entry-title", Label.class));
    desk.later.add(entries.entry(9, EntryKind.NOTE, "2026-05-04", "Newest", List.of()));
    desk.hold.countDown();
    bench.awaitText("This was all there was");
    assertThat(titles().getFirst()).isEqualTo("Newest");
    assertThat(bench.fx(() -> bench.find("entry-title", Label.class))).isSameAs(before);
  }

  @Test
  void what_is_unfolded_stays_so_in_another_language() throws Exception {
    few();
    show();
    bench.awaitText("This was all there was");
    select(2);
    bench.awaitText("This entry did not pass its checks.");
    bench.fx(() -> {
      bench.find("entry-why", Hyperlink.class).fire();
      return desk;
    });
    speak(Language.KOREAN);
    assertThat(bench.fx(() -> bench.find("entry", Node.class).lookup(".cs-why"))).isNotNull();
    speak(Language.ENGLISH);
  }

  @Test
  void what_failed_is_listed_and_explained_and_its_content_is_not_shown() throws Exception {
    few();
    show();
    bench.awaitText("This was all there was");
    select(2);
    bench.awaitText("This entry did not pass its checks.");
    assertThat(bench.texts()).contains("Not shown").doesNotContain("HbA1c");
    bench.fx(() -> {
      bench.find("entry-why", Hyperlink.class).fire();
      return desk;
    });
    bench.awaitText("It does not hold: BYTES");
    select(3);
    bench.awaitText("Whoever wrote this entry took it back.");
    bench.awaitText("HbA1c");
  }

  @Test
  void patients_take_out_their_list_and_an_entry_with_its_verdict(@TempDir Path folder)
      throws Exception {
    few();
    show();
    bench.awaitText("This was all there was");
    bench.exports().choose(folder.resolve("list.pdf"));
    bench.fx(() -> {
      bench.find("my-export", MenuButton.class).getItems().getFirst().fire();
      return desk;
    });
    bench.await(() -> bench.has("saving-where"));
    assertThat(text(folder.resolve("list.pdf")))
        .contains("홍서연", "The patient's own record", "Discharge summary", "Retracted", "18,204");
    bench.press("saving-close");
    select(3);
    bench.exports().choose(folder.resolve("entry.pdf"));
    bench.press("my-entry-save");
    bench.await(() -> bench.has("saving-where"));
    assertThat(text(folder.resolve("entry.pdf")))
        .contains("Retracted. Do not rely on this entry", "HbA1c", "7.1 %", "Range: 4.0 – 5.6");
    Path kept = Files.createDirectories(Path.of("target", "screens")).resolve("entry.pdf");
    Files.write(kept, Files.readAllBytes(folder.resolve("entry.pdf")));
  }

  @Test
  void a_filter_leaves_what_holds_every_word() throws Exception {
    few();
    show();
    bench.awaitText("This was all there was");
    bench.fx(() -> {
      bench.find("my-filter", TextField.class).setText("SUMMARY hana");
      return desk;
    });
    assertThat(titles()).containsExactly("Discharge summary");
  }

  @Test
  void a_reading_that_breaks_off_keeps_what_was_read_and_says_why() throws Exception {
    few();
    desk.outcome = new RecordOutcome.Failed(new Fault("CS-TEST-03", "The network went away."));
    show();
    bench.awaitText("The network went away.");
    assertThat(bench.texts()).contains("Reading was broken off.");
    assertThat(titles()).hasSize(4);
    desk.outcome = COMPLETE;
    bench.press("my-again");
    bench.awaitText("This was all there was");
    assertThat(bench.texts()).doesNotContain("CS-TEST-03");
  }

  @Test
  void it_is_used_while_it_loads_and_stopped_on_demand() throws Exception {
    few();
    desk.hold = new CountDownLatch(1);
    show();
    bench.awaitText("Reading on");
    assertThat(titles()).hasSize(4);
    bench.press("my-stop");
    bench.awaitText("You stopped reading; there may be more.");
    desk.hold.countDown();
    bench.settle();
    assertThat(bench.texts()).doesNotContain("This was all there was");
  }

  @Test
  void ten_thousand_entries_make_a_screen_of_rows() throws Exception {
    for (int n = 0; n < 10_000; n++) {
      desk.entries.add(entries.entry(n, EntryKind.NOTE, "2026-01-01", "Note " + n, List.of()));
    }
    show();
    bench.awaitText("This was all there was");
    assertThat(bench.fx(() -> table().lookupAll(".table-row-cell").size())).isLessThan(60);
  }

  private void speak(Language language) {
    bench.fx(() -> {
      bench.kit().localisation().languageProperty().set(language);
      return desk;
    });
  }

  private void few() {
    desk.entries.add(
        entries.entry(0, EntryKind.DOCUMENT, "2026-03-02", "Discharge summary", List.of()));
    desk.entries.add(
        entries.entry(1, EntryKind.NOTE, "2024-05-04", "Old note", List.of(Check.BYTES)));
    desk.entries.add(
        entries.entry(2, EntryKind.EOB, "2026-04-01", "Explanation of benefit", List.of()));
    desk.entries.add(
        entries.entry(
            3, EntryKind.ENCOUNTER, "2023-05-04", "Taken back", List.of(Check.NOT_RETRACTED)));
  }

  private String money(Money money) {
    return bench.kit().formats().money(money);
  }

  private void show() {
    bench.show(bench.fx(() -> new MyRecordScreen(bench.kit(), desk)));
  }

  private void select(int row) {
    bench.fx(() -> {
      table().getSelectionModel().select(row);
      return row;
    });
    bench.settle();
  }

  private List<String> titles() {
    return bench.fx(() -> table().getItems().stream().map(MyEntry::title).toList());
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @SuppressWarnings("unchecked")
  private TableView<MyEntry> table() {
    return bench.find("my-entries", TableView.class);
  }

  /** A patient with these entries. */
  private static final class Patient implements MyRecordDesk {
    private final List<RecordEntry> entries = new ArrayList<>();
    private final List<RecordEntry> later = new CopyOnWriteArrayList<>();
    private final SampleClaims samples = new SampleClaims();
    private final Decision decided = decided();
    private volatile boolean away;
    private volatile RecordOutcome outcome = COMPLETE;
    private volatile CountDownLatch hold = new CountDownLatch(0);

    /** Three lines, of which the rules approve what the plan lists. */
    private Decision decided() {
      return samples.decide(samples.open(3).getLast(), Optional.empty());
    }

    @Override
    public RecordOutcome read(Progress progress, Consumer<RecordEntry> sink) {
      entries.forEach(sink);
      try {
        hold.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      later.forEach(sink);
      return outcome;
    }

    @Override
    public ContentView readable(Content content) {
      EntryView.Line line =
          new EntryView.Line("Observation/1", "HbA1c", "7.1 %", "4.0 – 5.6", "final", "2026-03-01");
      return new ContentView(
          new EntryOutcome.Shown(
              new EntryView(List.of(new EntryView.Section("Results", List.of(line))))),
          new DocumentOutcome.Nothing());
    }

    @Override
    public Optional<Decision> decision(RecordEntry entry) {
      return entry.description().filter(said -> said.kind() == EntryKind.EOB).map(said -> decided);
    }

    @Override
    public RuleSentences rules() {
      return new RuleSentences(List.of(samples.pack()));
    }

    @Override
    public Optional<ClaimPayment> payment(RecordEntry entry) throws RefusedException {
      if (away) {
        throw new RefusedException(new Fault("CS-TEST-04", "No endpoint answers."));
      }
      Money paid = decided.result().totals().payer();
      return Optional.of(new ClaimPayment(paid, Money.zero(paid.currency()), List.of()));
    }

    @Override
    public PatientDetails patient() {
      return new PatientDetails("홍서연", "1979-03-02", "female", List.of());
    }

    @Override
    public PatientSummary summary(List<RecordEntry> given, RecordOutcome.Opened how) {
      return new PatientSummary(new byte[] {'{', '}'}, given.size(), 1, 2);
    }

    @Override
    public String name(RecordEntry entry) {
      return "hong/" + entry.anchor().place().n();
    }

    @Override
    public String organisation(OrganisationId id) {
      return "Hana Clinic";
    }
  }
}
