package org.chartseal.views.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ConsentEndsTest {

  private static final Fault REVOKED =
      new Fault("CS-CONS-03", "The patient revoked the consent at 2026-11-27T15:24:00Z.");
  private static final Fault AWAY = new Fault("CS-TEST-01", "The network went away.");

  private final Clinic desk = new Clinic();
  private final AtomicInteger asked = new AtomicInteger();
  private SampleRecords records;
  private Workbench bench;
  private RecordScreen screen;

  @BeforeEach
  void prepare() throws Exception {
    bench = new Workbench();
    records = new SampleRecords();
  }

  @AfterEach
  void close() {
    bench.fx(() -> {
      screen.detached();
      screen.closed();
      return screen;
    });
    bench.close();
  }

  @Test
  void an_open_record_closes_when_the_consent_is_over_and_leaves_nothing_but_the_reason()
      throws Exception {
    open();
    bench.await(() -> bench.has("entries"));
    desk.over = Optional.of(REVOKED);
    bench.awaitText("The record is closed");
    assertThat(bench.texts())
        .contains("CS-CONS-03", "Nov 27, 2026, 3:24", "Nothing was read", "[End the visit]")
        .doesNotContain("Note 0", "No allergy", "[Export]", "[List]", "[Added here]", "proven");
    assertThat(bench.has("entries")).isFalse();
    bench.press("record-ask");
    assertThat(asked).hasValue(1);
    bench.pictures("record-closed");
  }

  @Test
  void it_closes_while_another_screen_is_on_show_and_does_not_open_by_itself() throws Exception {
    open();
    bench.await(() -> bench.has("entries"));
    bench.fx(() -> {
      screen.detached();
      return screen;
    });
    desk.over = Optional.of(REVOKED);
    bench.awaitText("The record is closed");
    bench.fx(() -> {
      screen.attached();
      return screen;
    });
    bench.settle();
    assertThat(bench.texts()).contains("The record is closed");
    assertThat(desk.opened).hasValue(1);
    desk.over = Optional.empty();
    bench.press("record-retry");
    bench.await(() -> bench.has("entries"));
  }

  @Test
  void a_refused_opening_names_no_allergy_and_offers_to_ask() throws Exception {
    desk.refused = true;
    desk.over = Optional.of(REVOKED);
    open();
    bench.await(() -> bench.has("record-ask"));
    assertThat(bench.texts())
        .contains("Nothing was read", "[Ask again]", "[Look again]")
        .doesNotContain("No allergy", "No current medicine", "[Export]", "[Added here]");
  }

  @Test
  void what_cannot_be_proven_now_neither_closes_the_record_nor_leaves_the_window()
      throws Exception {
    open();
    bench.await(() -> bench.has("entries"));
    desk.away = true;
    int looks = desk.looks.get();
    bench.await(() -> desk.looks.get() > looks);
    bench.settle();
    assertThat(bench.has("entries")).isTrue();
  }

  private void open() {
    screen =
        bench.fx(() -> {
          Button added = new Button("Added here");
          return new RecordScreen(
              bench.kit(),
              desk,
              records.visitor(),
              new RecordScreen.Additions(List.of(added), files -> {}),
              item -> List.of(),
              new RecordScreen.Exits(() -> {}, asked::incrementAndGet));
        });
    bench.show(screen);
    bench.press("view-list");
  }

  /** A desk at which the patient can take their consent back. */
  private final class Clinic extends QuietDesk {
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile Optional<Fault> over = Optional.empty();
    private volatile boolean refused;
    private volatile boolean away;

    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink)
        throws RefusedException {
      opened.incrementAndGet();
      if (refused) {
        throw new RefusedException(REVOKED);
      }
      sink.accept(records.item(0));
      return SampleRecords.complete();
    }

    @Override
    public Optional<Fault> over(Visitor visitor) throws RefusedException {
      looks.incrementAndGet();
      if (away) {
        throw new RefusedException(AWAY);
      }
      return over;
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      return SampleRecords.words(item.title());
    }
  }
}
