package org.chartseal.views.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

final class RecordToolbarTest {

  /** What 1280 at 150 % leave beside the rail. */
  private static final double NARROW = 1280 / 1.5 - 64;

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
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
                new Clinic(),
                records.visitor(),
                new RecordScreen.Additions(
                    List.of(
                        button("add-note", "New note", "새 노트", Material2AL.CREATE),
                        button("add-documents", "Add documents", "문서 추가", Material2AL.ATTACH_FILE)),
                    files -> {}),
                item -> List.of(),
                new RecordScreen.Exits(ended::incrementAndGet, asked::incrementAndGet)));
    bench.show(screen);
  }

  @AfterEach
  void close() {
    goOn.countDown();
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void it_is_one_row_at_one_and_a_half_times_the_size_and_no_word_is_lost(Language language)
      throws Exception {
    goOn.countDown();
    bench.await(() -> titles().contains("Ask the patient for more…"));
    bench.speak(language);
    width(NARROW);
    bench.picture("record-toolbar-" + language.locale().getLanguage());
    assertThat(rows()).isEqualTo(1);
    Labeled documents = bench.find("add-documents", Labeled.class);
    assertThat(documents.getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
    assertThat(documents.getText()).isNotBlank();
    assertThat(documents.getTooltip().getText()).isEqualTo(documents.getText());
    Labeled note = bench.find("add-note", Labeled.class);
    assertThat(note.getContentDisplay()).isEqualTo(ContentDisplay.LEFT);

    width(1276);
    assertThat(rows()).isEqualTo(1);
    assertThat(documents.getContentDisplay()).isEqualTo(ContentDisplay.LEFT);
    assertThat(documents.getTooltip()).isNull();
  }

  @Test
  void the_palette_has_what_can_be_done_with_the_record_at_the_moment() throws Exception {
    bench.await(() -> bench.find("record-stop", Node.class).isVisible());
    assertThat(titles()).contains("Stop", "End the visit").doesNotContain("Open again");
    assertThat(titles()).doesNotContain("Ask the patient for more…");
    goOn.countDown();
    bench.await(() -> titles().contains("Ask the patient for more…"));
    assertThat(titles())
        .contains("New note", "Add documents", "List as PDF…", "Read what is new")
        .doesNotContain("Stop", "Open again");
    run("Ask the patient for more…");
    run("End the visit");
    assertThat(asked).hasValue(1);
    assertThat(ended).hasValue(1);
  }

  @Test
  void what_stands_in_a_menu_is_known_by_the_menu_too() throws Exception {
    goOn.countDown();
    bench.await(() -> titles().contains("List as PDF…"));
    assertThat(
            bench.fx(() ->
                screen.acts().stream()
                    .filter(act -> act.title().equals("List as PDF…"))
                    .map(ScreenAct::under)
                    .toList()))
        .containsExactly("Export");
  }

  private Button button(String id, String english, String korean, Ikon icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button
        .textProperty()
        .bind(
            bench
                .kit()
                .localisation()
                .languageProperty()
                .map(language -> language == Language.ENGLISH ? english : korean));
    return button;
  }

  private List<String> titles() {
    return bench.fx(() -> screen.acts().stream().map(ScreenAct::title).toList());
  }

  private void run(String title) {
    bench.fx(() -> {
      screen.acts().stream()
          .filter(act -> act.title().equals(title))
          .forEach(act -> act.run().run());
      return title;
    });
  }

  private void width(double width) {
    bench.fx(() -> {
      StackPane place = (StackPane) screen.view().getParent();
      place.setMaxWidth(width);
      ((Region) screen.view()).setMaxWidth(width);
      place.requestLayout();
      return place;
    });
    bench.settle();
    bench.fx(() -> {
      screen.view().getScene().getRoot().layout();
      return screen;
    });
  }

  private long rows() {
    return bench.fx(() -> {
      FlowPane bar = (FlowPane) bench.find("record-end", Node.class).getParent();
      return bar.getChildren().stream()
          .filter(Node::isManaged)
          .map(child -> Math.round(child.getBoundsInParent().getCenterY() / 8))
          .distinct()
          .count();
    });
  }

  private final class Clinic extends QuietDesk {
    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink)
        throws RefusedException {
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      sink.accept(records.item(0));
      return SampleRecords.complete();
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      return SampleRecords.words(item.title());
    }
  }
}
