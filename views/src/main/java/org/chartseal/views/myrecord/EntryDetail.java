package org.chartseal.views.myrecord;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Content;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.ContentPane;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.ChecksView;
import org.chartseal.views.kit.verdict.GradeBadge;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** One entry: its verdict with the reasons, and what it says. */
final class EntryDetail extends VBox {

  /** How much room the checks take at most: what the entry says is still seen below. */
  private static final double CHECKS = 232;

  private final Kit kit;
  private final Texts texts;
  private final MyRecordDesk desk;
  private final MyExport export;
  private final Latest reading;
  private final StatePane content;

  EntryDetail(Kit kit, MyRecordDesk desk, MyExport export) {
    this.export = export;
    this.kit = kit;
    this.texts = kit.texts(EntryDetail.class);
    this.desk = desk;
    this.reading = new Latest(kit.tasks());
    this.content = new StatePane(kit);
    getStyleClass().add("cs-entry-detail");
    VBox.setVgrow(content, Priority.ALWAYS);
    nothing();
  }

  /** Shows that nothing is chosen. */
  void nothing() {
    stop();
    content.empty(Material2AL.ARTICLE, texts.get("choose"), texts.get("choose.words"));
    getChildren().setAll(content);
  }

  /** Shows an entry in place of the one before. */
  void show(MyEntry entry) {
    stop();
    Label title = new Label(entry.title());
    title.setWrapText(true);
    title.getStyleClass().add("cs-dialog-title");
    Label by = new Label(by(entry));
    by.setWrapText(true);
    by.getStyleClass().add("cs-quiet");
    getChildren().setAll(title, by, verdict(entry));
    caution(entry.grade())
        .ifPresent(key -> {
          Label caution = new Label();
          caution.setWrapText(true);
          caution.setMinHeight(USE_PREF_SIZE);
          caution.getStyleClass().add(GradeBadge.style(entry.grade()));
          caution.textProperty().bind(texts.bind(key));
          getChildren().add(caution);
        });
    getChildren().add(content);
    read(entry);
  }

  /** Stops what is being read. */
  void stop() {
    reading.stop();
  }

  private String by(MyEntry entry) {
    String anchored = kit.formats().moment(entry.entry().anchor().word().anchoredAt());
    String who =
        entry.author().equals(entry.organisation())
            ? entry.author()
            : entry.author() + ", " + entry.organisation();
    return texts.get("by", kit.formats().clinicalDay(entry.date()), who, anchored);
  }

  private VBox verdict(MyEntry entry) {
    ScrollPane checks = new ScrollPane(new ChecksView(kit, entry.entry().verdict()));
    checks.setFitToWidth(true);
    checks.setMaxHeight(CHECKS);
    checks.setPrefHeight(CHECKS);
    checks.setVisible(false);
    checks.setManaged(false);
    ToggleButton why = new ToggleButton();
    why.setId("why");
    why.textProperty().bind(texts.bind("why"));
    why.getStyleClass().add("flat");
    checks.visibleProperty().bind(why.selectedProperty());
    checks.managedProperty().bind(why.selectedProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, new GradeBadge(kit, entry.grade()), why, gap, export.button(entry));
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(8, line, checks);
  }

  /** A bad verdict is never hidden, and what did not pass is never shown to rely on. */
  private static Optional<String> caution(Verdict.Grade grade) {
    return switch (grade) {
      case PROVEN -> Optional.empty();
      case UNKNOWN -> Optional.of("caution.unknown");
      case RETRACTED -> Optional.of("caution.retracted");
      case DOUBTFUL -> Optional.of("caution.doubtful");
      case FAILED -> Optional.of("caution.failed");
    };
  }

  private void read(MyEntry entry) {
    Optional<Content> whole = entry.entry().content();
    if (entry.grade() == Verdict.Grade.FAILED || whole.isEmpty()) {
      content.empty(Material2MZ.VISIBILITY_OFF, texts.get("hidden"), texts.get("hidden.words"));
      return;
    }
    content.busy(
        texts.get("opening"),
        reading.start(
            progress -> desk.readable(whole.get()),
            readable -> content.show(new ContentPane(kit, readable.values(), readable.original())),
            fault -> content.failed(fault, () -> read(entry))),
        () -> content.stopped(() -> read(entry)));
  }
}
