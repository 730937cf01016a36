package org.chartseal.views.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RecordReadingTest {

  private static final Fault AWAY = new Fault("CS-TEST-01", "The network went away.");

  private final Clinic desk = new Clinic();
  private SampleRecords records;
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    records = new SampleRecords();
  }

  @AfterEach
  void close() {
    desk.goOn.countDown();
    bench.close();
  }

  @Test
  void what_was_read_stays_when_reading_is_stopped_and_nothing_that_is_late_is_added()
      throws Exception {
    show();
    bench.await(() -> bench.find("record-stop", Node.class).isVisible() && rows() == 1);
    bench.press("record-stop");
    assertThat(bench.texts()).contains("Stopped: there may be more");
    desk.goOn.countDown();
    desk.ended.await();
    bench.settle();
    assertThat(bench.fx(this::rows)).isEqualTo(1);
    assertThat(bench.texts()).contains("Stopped: there may be more", "[Open again]");
  }

  @Test
  void what_was_read_stays_when_reading_fails_later_with_the_fault_above_it() throws Exception {
    desk.broken = true;
    show();
    bench.await(() -> rows() == 1);
    desk.goOn.countDown();
    bench.awaitText(AWAY.sentence());
    assertThat(bench.fx(this::rows)).isEqualTo(4);
    assertThat(bench.texts()).contains("Reading was broken off: there may be more");
  }

  @Test
  void an_entry_that_is_passed_on_the_way_down_the_list_is_not_read() throws Exception {
    desk.goOn.countDown();
    show();
    bench.await(() -> rows() == 4 && !desk.read.isEmpty());
    desk.read.clear();
    bench.fx(() -> {
      for (int row = 0; row < 4; row++) {
        entries().getSelectionModel().clearAndSelect(row);
      }
      return desk;
    });
    bench.await(() -> !desk.read.isEmpty());
    assertThat(desk.read).containsExactly("hong/0");
  }

  private void show() {
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
  }

  private TableView<?> entries() {
    return bench.find("entries", TableView.class);
  }

  private int rows() {
    return bench.has("entries") ? entries().getItems().size() : 0;
  }

  /** Gives out one entry, and the others when it may go on. */
  private final class Clinic extends QuietDesk {
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<String> read = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink)
        throws RefusedException {
      sink.accept(records.item(0));
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      for (int n = 1; n < 4; n++) {
        sink.accept(records.item(n));
      }
      ended.countDown();
      if (broken) {
        throw new RefusedException(AWAY);
      }
      return SampleRecords.complete();
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      read.add(item.name());
      return SampleRecords.words(item.title());
    }
  }
}
