package org.chartseal.views.record;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.SharedLines;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.Slot;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.testing.Entries;
import org.chartseal.views.testing.SampleExports;

/**
 * What a record of 100,000 entries that is open in its screen, as timeline and as list, holds of
 * memory: heap by entry, and the process' resident memory where the system tells it. Asserts
 * nothing.
 */
final class P8Memory {

  private static final int ENTRIES = 100_000;
  private static final double HEAP_LIMIT = 1024;
  private static final double RESIDENT_LIMIT = 400;
  private static final int YEARS = 60;
  private static final long STEADY = 64 << 10;

  private final Map<Integer, StreamAccess> lanes = new HashMap<>();
  private final Map<String, String> dates = new HashMap<>();
  private final Random random = new Random(1);
  private final RecordEntry pattern;

  private P8Memory() throws GeneralSecurityException {
    pattern = new Entries().entry(0, EntryKind.NOTE, "2026-01-01", "Pattern", List.of());
  }

  /**
   * Prints the figures.
   *
   * @param args none
   */
  public static void main(String[] args) throws GeneralSecurityException, IOException {
    Platform.startup(() -> Platform.setImplicitExit(false));
    new P8Memory().run();
    Platform.exit();
    System.exit(0);
  }

  private void run() throws GeneralSecurityException, IOException {
    SampleRecords sample = new SampleRecords();
    Appearance appearance = new Appearance(Theme.LIGHT, 1);
    open(sample, appearance, 1);
    long before = heap();
    RecordScreen screen = open(sample, appearance, ENTRIES);
    long held = heap() - before;
    print("P8-heap", (double) held / ENTRIES, "bytes/entry", HEAP_LIMIT);
    long resident = resident();
    if (resident > 0) {
      print("P8-rss", resident / 1024.0, "MB", RESIDENT_LIMIT);
    }
    Platform.runLater(screen::closed);
  }

  private static void print(String id, double value, String unit, double limit) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "BENCH id=%s value=%.1f unit=%s ratio=%.3f against=limit_%.0f_%s",
            id,
            value,
            unit,
            value / limit,
            limit,
            unit));
  }

  /** Opens it in a window, and waits until all of it is there and was drawn. */
  private RecordScreen open(SampleRecords sample, Appearance appearance, int count) {
    CompletableFuture<RecordScreen> opened = new CompletableFuture<>();
    Platform.runLater(() -> {
      StackPane place = new StackPane();
      Overlay overlay = new Overlay(place);
      Kit kit =
          new Kit(
              new Localisation(Language.ENGLISH, ZoneOffset.UTC),
              new Tasks(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater),
              overlay,
              new SampleExports().exports());
      RecordScreen screen =
          new RecordScreen(
              kit,
              new Shelf(count),
              sample.visitor(),
              new RecordScreen.Additions(List.of(), files -> {}),
              item -> List.of(),
              new RecordScreen.Exits(() -> {}, () -> {}));
      place.getChildren().setAll(screen.view());
      Stage stage = new Stage();
      stage.setScene(new Scene(overlay, 1280, 800));
      appearance.dress(stage.getScene());
      stage.show();
      screen.attached();
      ((ToggleButton) screen.view().lookup("#view-list")).fire();
      opened.complete(screen);
    });
    RecordScreen screen = opened.join();
    while (shown(screen) < count) {
      LockSupport.parkNanos(50_000_000);
    }
    return screen;
  }

  private static int shown(RecordScreen screen) {
    CompletableFuture<Integer> rows = new CompletableFuture<>();
    Platform.runLater(() -> {
      TableView<?> table = (TableView<?>) screen.view().lookup("#entries");
      rows.complete(table == null ? 0 : table.getItems().size());
    });
    return rows.join();
  }

  /** What lives, once nothing is being built any more. */
  private static long heap() {
    long before = Long.MAX_VALUE;
    long now = collected();
    while (Math.abs(before - now) > STEADY) {
      LockSupport.parkNanos(1_000_000_000);
      before = now;
      now = collected();
    }
    return now;
  }

  private static long collected() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** In kilobytes; 0 where the system does not tell. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /**
   * An entry with words, digests and times of its own. The keys of its stream, dates and equal
   * texts are shared, as a reader and the desk share them.
   */
  private RecordItem item(int n, SharedLines shared) {
    int year = 2026 - n * YEARS / ENTRIES;
    String date = LocalDate.of(year, 1 + n % 12, 1 + n % 28).toString();
    EntryDescription said = pattern.description().orElseThrow();
    EntryDescription description =
        new EntryDescription(
            EntryKind.values()[n % 3],
            said.subject(),
            said.organisation(),
            said.author(),
            said.authorName(),
            dates.computeIfAbsent(date, first -> first),
            said.recorded().minusSeconds(n),
            "Encounter for problem number " + n,
            said.summary(),
            said.certificates());
    LedgerSlot slot = new LedgerSlot(pattern.anchor().slot().organisation(), new Slot(digest()));
    EntryReference reference = new EntryReference(slot.slot(), digest(), digest());
    RecordEntry entry =
        new RecordEntry(
            lanes.computeIfAbsent(year, any -> pattern.where()),
            new LaneReading.Filled(new Place(0, n), slot, new Word(digest())),
            pattern.at(),
            Optional.of(description),
            pattern.author(),
            Optional.of(reference),
            Optional.empty(),
            Optional.empty(),
            pattern.verdict());
    EntryView.Line line =
        new EntryView.Line(
            "Observation/" + n, "Body weight", 60 + n % 40 + " kg", "", "final", date);
    return new RecordItem(
        "hong/" + year + "/0/" + n, "Hana Clinic", entry, shared.of(List.of(line)));
  }

  private Hash32 digest() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Hash32.of(bytes);
  }

  /** Gives out so many. */
  private final class Shelf extends QuietDesk {
    private final int count;

    Shelf(int count) {
      this.count = count;
    }

    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink) {
      SharedLines shared = new SharedLines();
      for (int n = 0; n < count; n++) {
        sink.accept(item(n, shared));
      }
      return SampleRecords.complete();
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      return SampleRecords.words(item.title());
    }
  }
}
