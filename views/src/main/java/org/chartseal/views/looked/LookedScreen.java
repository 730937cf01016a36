package org.chartseal.views.looked;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.export.Saver;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.table.Cells;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.material2.Material2MZ;

/** Who looked at the patient's record: by day, who, for what, and what. */
public final class LookedScreen implements Screen {

  private final Kit kit;
  private final Texts texts;
  private final LookedDesk desk;
  private final Latest loading;
  private final StatePane state;
  private final ListView<LookedRow> list = new ListView<>();
  private final VBox page = new VBox();
  private Subscription language = Subscription.EMPTY;

  public LookedScreen(Kit kit, LookedDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(LookedScreen.class);
    this.desk = desk;
    this.loading = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    Label title = new Label();
    title.textProperty().bind(texts.bind("screen"));
    title.getStyleClass().add("cs-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button copy = new Button();
    copy.setId("looked-copy");
    copy.textProperty().bind(texts.bind("copy"));
    copy.setOnAction(pressed -> copy());
    Button csv = new Button();
    csv.setId("looked-csv");
    csv.textProperty().bind(texts.bind("csv"));
    csv.setOnAction(pressed ->
        new Saver(kit).table(csv, texts.get("screen"), new LookedLines(kit).of(list.getItems())));
    HBox head = new HBox(8, title, gap, copy, csv);
    head.getStyleClass().add("cs-toolbar");
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.textProperty().bind(texts.bind("screen.words"));
    words.getStyleClass().add("cs-quiet");
    list.setId("looked");
    list.setFixedCellSize(LookedCell.HEIGHT);
    list.setCellFactory(any -> new LookedCell(kit));
    list.accessibleTextProperty().bind(texts.bind("screen"));
    VBox.setVgrow(list, Priority.ALWAYS);
    page.getStyleClass().add("cs-page");
    page.getChildren().addAll(head, words, list);
  }

  @Override
  public Parent view() {
    return state;
  }

  @Override
  public void attached() {
    language = kit.localisation().languageProperty().subscribe(now -> Cells.renew(list));
    load();
  }

  @Override
  public void detached() {
    loading.stop();
    language.unsubscribe();
  }

  private void load() {
    state.busy(
        texts.bind("loading"),
        loading.start(progress -> desk.openings(), this::show, this::failed),
        () -> state.stopped(this::load));
  }

  private void failed(Fault fault) {
    state.failed(fault, this::load);
  }

  private void show(List<AccessReceipt> openings) {
    if (openings.isEmpty()) {
      state.empty(Material2MZ.VISIBILITY_OFF, texts.bind("empty"), texts.bind("empty.words"));
      return;
    }
    List<LookedRow> rows = new ArrayList<>();
    LocalDate day = LocalDate.MAX;
    for (Look look : Look.of(openings, kit.formats().zone())) {
      if (!look.day().equals(day)) {
        day = look.day();
        rows.add(new LookedRow.Day(day));
      }
      rows.add(new LookedRow.Opening(look));
    }
    list.getItems().setAll(rows);
    state.show(page);
  }

  private void copy() {
    LookedText words = new LookedText(kit, new ConsentWords(kit));
    ClipboardContent content = new ClipboardContent();
    content.putString(
        list.getItems().stream()
            .filter(LookedRow.Opening.class::isInstance)
            .map(row -> words.line(((LookedRow.Opening) row).look()))
            .collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
