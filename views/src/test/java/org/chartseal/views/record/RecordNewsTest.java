package org.chartseal.views.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.record.Check;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Workbench;
import org.chartseal.views.timeline.TimelineView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RecordNewsTest {

  private static final Fault AWAY = new Fault("CS-TEST-01", "The network went away.");
  private static final int ENTRIES = 60;

  private final Clinic desk = new Clinic();
  private SampleRecords records;
  private Workbench bench;
  private RecordScreen screen;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    records = new SampleRecords();
    screen =
        bench.fx(() ->
            new RecordScreen(
                bench.kit(),
                desk,
                records.visitor(),
                new RecordScreen.Additions(List.of(), files -> {}),
                item -> List.of(),
                new RecordScreen.Exits(() -> {}, () -> {})));
    bench.show(screen);
    bench.await(() -> said("record-status").contains("complete"));
    bench.press("view-list");
  }

  @AfterEach
  void close() {
    desk.goOn.countDown();
    bench.fx(() -> {
      screen.detached();
      return screen;
    });
    bench.close();
  }

  @Test
  void what_was_signed_here_is_counted_while_it_is_underway_and_shown_only_when_it_was_read()
      throws Exception {
    desk.coming = new RecordDesk.Coming(1, 0);
    bench.await(() -> said("record-news").startsWith("1 entry signed here"));
    assertThat(bench.fx(() -> entries().getItems())).hasSize(ENTRIES);
    desk.fresh = List.of(records.item(900));
    desk.coming = new RecordDesk.Coming(0, 1);
    bench.await(() -> said("record-news").equals("Added: 1 entry"));
    assertThat(desk.asked).containsExactly(RecordDesk.Source.SIGNED_HERE);
    assertThat(bench.fx(() -> entries().getItems())).hasSize(ENTRIES + 1);
    assertThat(said("record-status")).contains("61 proven");
  }

  @Test
  void what_comes_moves_neither_the_selection_nor_the_list_nor_what_is_read_nor_a_mark()
      throws Exception {
    bench.fx(() -> {
      entries().getSelectionModel().select(30);
      entries().scrollTo(25);
      return entries();
    });
    bench.await(() -> !desk.read.isEmpty());
    bench.settle();
    bench.press("entry-compare");
    RecordItem selected = bench.fx(() -> entries().getSelectionModel().getSelectedItem());
    RecordItem top = bench.fx(this::top);
    String marked = said("compare-marked");
    desk.read.clear();
    desk.fresh = List.of(records.item(900), records.item(901));
    desk.coming = new RecordDesk.Coming(0, 2);
    bench.await(() -> entries().getItems().size() == ENTRIES + 2);
    bench.settle();
    assertThat(bench.fx(() -> entries().getSelectionModel().getSelectedItem())).isEqualTo(selected);
    assertThat(bench.fx(this::top)).isEqualTo(top);
    assertThat(said("compare-marked")).isEqualTo(marked);
    assertThat(desk.read).isEmpty();
  }

  @Test
  void reading_by_hand_tells_what_is_new_and_what_changed_and_that_there_is_nothing()
      throws Exception {
    bench.press("record-refresh");
    bench.await(() -> said("record-news").startsWith("Nothing new at "));
    desk.fresh = List.of(records.item(900), retracted(3));
    bench.fx(() -> {
      screen.acts().stream()
          .filter(act -> act.key().filter(key -> key.getName().equals("F5")).isPresent())
          .forEach(act -> act.run().run());
      return screen;
    });
    bench.await(() -> said("record-news").equals("Added: 1 entry, 1 changed"));
    assertThat(desk.asked).containsExactly(RecordDesk.Source.ANYONE, RecordDesk.Source.ANYONE);
    assertThat(said("record-status")).contains("60 proven, 1 to look at");
  }

  @Test
  void what_could_not_be_read_on_is_said_and_not_tried_every_second() throws Exception {
    desk.broken = true;
    desk.coming = new RecordDesk.Coming(0, 1);
    bench.awaitText(AWAY.sentence());
    int looks = desk.looks;
    bench.await(() -> desk.looks > looks + 2);
    assertThat(desk.asked).hasSize(1);
    desk.broken = false;
    desk.fresh = List.of(records.item(900));
    bench.press("record-refresh");
    bench.await(() -> entries().getItems().size() == ENTRIES + 1);
    assertThat(bench.texts()).doesNotContain(AWAY.sentence());
  }

  @Test
  void what_comes_after_the_record_was_left_is_dropped_and_read_again_when_one_is_back()
      throws Exception {
    desk.held = true;
    desk.fresh = List.of(records.item(900), retracted(3));
    desk.coming = new RecordDesk.Coming(0, 2);
    bench.await(() -> desk.asked.size() == 1);
    int before =
        bench.fx(() -> {
          screen.detached();
          return entries().getItems().size();
        });
    desk.goOn.countDown();
    desk.ended.await();
    bench.settle();
    assertThat(bench.fx(() -> entries().getItems())).hasSize(before);
    desk.held = false;
    bench.fx(() -> {
      screen.attached();
      return screen;
    });
    bench.await(() -> said("record-news").equals("Added: 1 entry, 1 changed"));
    assertThat(said("record-status")).contains("60 proven, 1 to look at");
  }

  @Test
  void of_a_retracted_entry_nothing_stays_on_the_timeline_as_proven() throws Exception {
    bench.press("view-timeline");
    bench.fx(() -> {
      timeline().select("hong/3#0");
      return screen;
    });
    bench.await(() -> timeline().getAccessibleText().contains("Body weight"));
    assertThat(bench.fx(() -> timeline().getAccessibleText())).contains("Proven");
    desk.fresh = List.of(retracted(3));
    bench.press("record-refresh");
    bench.await(() -> said("record-news").equals("Added: no entry, 1 changed"));
    bench.await(() -> !timeline().getAccessibleText().contains("Body weight"));
    bench.fx(() -> {
      timeline().select("hong/3");
      return screen;
    });
    bench.await(() -> timeline().getAccessibleText().contains("Retracted"));
  }

  @Test
  void what_was_in_the_way_of_reading_on_makes_the_record_incomplete_until_it_is_looked_through()
      throws Exception {
    desk.gaps = List.of(AWAY);
    desk.fresh = List.of(records.item(900));
    desk.coming = new RecordDesk.Coming(0, 1);
    bench.await(() -> said("record-status").endsWith("not complete at block 18"));
    desk.gaps = List.of();
    bench.press("record-refresh");
    bench.await(() -> said("record-status").endsWith(" · complete at block 25"));
  }

  private RecordItem retracted(int n) {
    return records.item(n, "Note " + n, List.of(Check.NOT_RETRACTED));
  }

  private TimelineView timeline() {
    return bench.find("record-timeline", TimelineView.class);
  }

  @SuppressWarnings("unchecked")
  private TableView<RecordItem> entries() {
    return bench.find("entries", TableView.class);
  }

  private RecordItem top() {
    VirtualFlow<?> flow = (VirtualFlow<?>) entries().lookup(".virtual-flow");
    return entries().getItems().get(flow.getFirstVisibleCell().getIndex());
  }

  private String said(String id) {
    return bench.fx(() -> bench.has(id) ? ((Labeled) bench.find(id, Node.class)).getText() : "");
  }

  /** A desk at which something is signed meanwhile. */
  private final class Clinic extends QuietDesk {
    private final List<Source> asked = new CopyOnWriteArrayList<>();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Coming coming = new Coming(0, 0);
    private volatile List<RecordItem> fresh = List.of();
    private volatile List<Fault> gaps = List.of();
    private volatile boolean broken;
    private volatile boolean held;
    private volatile int looks;

    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink) {
      for (int n = 0; n < ENTRIES; n++) {
        sink.accept(n == 3 ? records.stating(18, n, SampleRecords.weight()) : records.item(n));
      }
      return SampleRecords.complete();
    }

    @Override
    public Coming coming(Visitor visitor) {
      looks = looks + 1;
      return coming;
    }

    @Override
    public Opened more(Visitor visitor, Source source, Progress progress, Consumer<RecordItem> sink)
        throws RefusedException {
      asked.add(source);
      if (held) {
        try {
          goOn.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      if (broken) {
        throw new RefusedException(AWAY);
      }
      fresh.forEach(sink);
      ended.countDown();
      return SampleRecords.opened(25, gaps);
    }

    @Override
    public void taken(List<RecordItem> batch) {
      fresh = fresh.stream().filter(item -> !batch.contains(item)).toList();
    }

    @Override
    public void takenAll() {
      coming = new Coming(coming.underway(), 0);
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      read.add(item.name());
      return SampleRecords.words(item.title());
    }
  }
}
