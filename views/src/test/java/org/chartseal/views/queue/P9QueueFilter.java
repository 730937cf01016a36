package org.chartseal.views.queue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.testing.SampleClaims;
import org.chartseal.views.testing.SampleExports;

/**
 * Measures what a key stroke in the filter of a queue of 10,000 claims costs, and what sorting it
 * by another column costs: filter, table and its layout. Asserts nothing.
 */
final class P9QueueFilter {

  private static final int CLAIMS = 10_000;
  private static final int ROUNDS = 40;
  private static final double LIMIT = 50;
  private static final List<String> TYPED =
      List.of("r", "ri", "riv", "rive", "river", "river ", "river m", "river m-00", "", "0");

  private P9QueueFilter() {}

  /**
   * Prints the figures.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Platform.startup(() -> {});
    List<ClaimRow> rows = new SampleClaims().open(CLAIMS).stream().map(ClaimRow::of).toList();
    CompletableFuture<Void> measured = new CompletableFuture<>();
    Platform.runLater(() -> {
      measure(rows);
      measured.complete(null);
    });
    measured.join();
    Platform.exit();
  }

  private static void measure(List<ClaimRow> rows) {
    Localisation localisation = new Localisation(Language.ENGLISH, ZoneOffset.UTC);
    Kit kit =
        new Kit(
            localisation,
            new Tasks(ForkJoinPool.commonPool(), Platform::runLater),
            new Overlay(new StackPane()),
            new SampleExports().exports());
    QueueList list = new QueueList(kit, new NoActions());
    StackPane root = new StackPane(list.view());
    Stage stage = new Stage();
    stage.setScene(new Scene(root, 1280, 800));
    stage.show();
    list.attach();
    list.show(rows);
    TextField filter = (TextField) root.lookup("#queue-filter");
    TableView<?> table = (TableView<?>) root.lookup("#queue-table");
    print("P9-queue-filter", root, i -> filter.setText(TYPED.get(i % TYPED.size())));
    filter.clear();
    print("P9-queue-sort", root, i -> sort(table, i));
    list.detach();
    stage.close();
  }

  private static <R> void sort(TableView<R> table, int round) {
    TableColumn<R, ?> column = table.getColumns().get(round % table.getColumns().size());
    table.getSortOrder().setAll(List.of(column));
  }

  private static void print(String id, StackPane root, IntConsumer step) {
    double[] millis = new double[ROUNDS];
    double[] busy = new double[ROUNDS];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long start = System.nanoTime();
      long worked = threads.getCurrentThreadCpuTime();
      step.accept(i + ROUNDS);
      root.applyCss();
      root.layout();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
        busy[i] = (threads.getCurrentThreadCpuTime() - worked) / 1e6;
      }
    }
    Arrays.sort(millis);
    Arrays.sort(busy);
    line(id, millis[(int) (ROUNDS * 0.99)], "p99");
    line(id + "-p50", millis[ROUNDS / 2], "p50");
    // What the thread worked, without what it waited for a processor.
    line(id + "-cpu", busy[(int) (ROUNDS * 0.99)], "p99");
  }

  private static void line(String id, double value, String what) {
    System.out.printf(
        Locale.ROOT,
        "BENCH id=%s value=%.1f unit=ms ratio=%.3f against=50_ms_a_key_stroke,_%s%n",
        id,
        value,
        value / LIMIT,
        what);
  }

  private static final class NoActions implements QueueList.Actions {
    @Override
    public void open(ClaimRow row) {
      // Nobody opens one here.
    }

    @Override
    public void decide(List<ClaimRow> rows) {
      // Nobody decides here.
    }

    @Override
    public void reload() {
      // Nobody reloads here.
    }

    @Override
    public void keep(List<SavedFilter> all) {
      // Nobody keeps one here.
    }
  }
}
