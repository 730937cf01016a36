package org.chartseal.views.record;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.ContentPane;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.ChecksView;
import org.chartseal.views.kit.verdict.GradeBadge;
import org.chartseal.views.kit.verdict.ReasonText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** One entry: what it says, or why it is not shown; and why its verdict is what it is. */
final class EntryPane extends BorderPane {

  /** So long an entry is chosen before it is read: not each one that is passed on the way. */
  private static final Duration REST = Duration.millis(150);

  private final Kit kit;
  private final Texts texts;
  private final RecordDesk desk;
  private final Visitor visitor;
  private final EntryActions actions;
  private final Latest reading;
  private final PauseTransition rest = new PauseTransition(REST);
  private final StatePane state;
  private final ReasonText reasons;
  private @Nullable RecordItem unread;

  EntryPane(Kit kit, RecordDesk desk, Visitor visitor, EntryActions actions) {
    this.visitor = visitor;
    this.actions = actions;
    this.kit = kit;
    this.texts = kit.texts(EntryPane.class);
    this.desk = desk;
    this.reading = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.reasons = new ReasonText(kit.localisation());
    setId("entry");
    getStyleClass().add("cs-entry");
    setMinWidth(320);
    setCenter(state);
    show(null);
  }

  void stop() {
    rest.stop();
    reading.stop();
  }

  /** Goes on where it was stopped. */
  void resume() {
    if (unread != null) {
      show(unread);
    }
  }

  /** Shows an entry, or none. */
  void show(@Nullable RecordItem item) {
    stop();
    rest.setOnFinished(null);
    unread = null;
    if (item == null) {
      setTop(null);
      state.empty(Material2AL.DESCRIPTION, texts.get("entry.none"), texts.get("entry.none.words"));
      return;
    }
    setTop(head(item));
    if (isShowable(item)) {
      unread = item;
      state.show(new Region());
      rest.setOnFinished(rested -> load(item));
      rest.playFromStart();
    } else {
      state.empty(
          Material2AL.BLOCK, texts.get("entry.hidden"), reasons.against(item.entry().verdict()));
    }
  }

  /** What could not be verified is never shown as content to rely on. */
  private static boolean isShowable(RecordItem item) {
    return switch (item.grade()) {
      case PROVEN, UNKNOWN, RETRACTED, DOUBTFUL -> true;
      case FAILED -> false;
    };
  }

  private void load(RecordItem item) {
    Running running =
        reading.start(
            progress -> desk.content(visitor, item, progress),
            shown -> {
              unread = null;
              state.show(content(item, shown));
            },
            fault -> {
              unread = null;
              state.failed(fault, () -> load(item));
            });
    state.busy(texts.get("entry.reading"), running, () -> show(null));
  }

  private Node content(RecordItem item, RecordDesk.Shown shown) {
    ContentPane pane = new ContentPane(kit, shown.values(), shown.original());
    if (item.entry().isProven()) {
      return pane;
    }
    Label caution = new Label(texts.get("entry.caution", reasons.against(item.entry().verdict())));
    caution.setWrapText(true);
    caution.getStyleClass().addAll("cs-caution", "cs-entry-caution");
    BorderPane framed = new BorderPane(pane);
    framed.setTop(caution);
    return framed;
  }

  private VBox head(RecordItem item) {
    Label title = new Label(item.title().isEmpty() ? texts.get("entry.untitled") : item.title());
    title.setId("entry-title");
    title.setWrapText(true);
    title.getStyleClass().add("cs-heading");
    Label by = new Label(texts.get("entry.by", kit.formats().clinicalDay(item.date()), by(item)));
    by.setWrapText(true);
    by.getStyleClass().add("cs-quiet");
    GradeBadge badge = new GradeBadge(kit, item.grade());
    Hyperlink why = new Hyperlink(texts.get("entry.why"));
    why.setId("entry-why");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox verdict = new HBox(8, badge, why, gap);
    verdict.getChildren().addAll(actions.of(item));
    verdict.setAlignment(Pos.CENTER_LEFT);
    VBox head = new VBox(4, title, by, verdict);
    head.getStyleClass().add("cs-entry-head");
    why.setOnAction(pressed -> whyIn(head, item));
    return head;
  }

  /** Who wrote it, and for whom unless that is the same. */
  private static String by(RecordItem item) {
    return item.author().isEmpty() || item.author().equals(item.writer())
        ? item.writer()
        : item.author() + " · " + item.writer();
  }

  private void whyIn(VBox head, RecordItem item) {
    boolean open = head.getChildren().removeIf(child -> child.getStyleClass().contains("cs-why"));
    if (!open) {
      VBox box = new VBox(8, new ChecksView(kit, item.entry().verdict()), evidence(item));
      ScrollPane scroll = new ScrollPane(box);
      scroll.setFitToWidth(true);
      scroll.setMaxHeight(280);
      scroll.getStyleClass().add("cs-why");
      head.getChildren().add(scroll);
    }
  }

  private HBox evidence(RecordItem item) {
    Label name = new Label(item.name());
    name.getStyleClass().add("cs-code");
    Button copy = new Button(texts.get("entry.copy"));
    copy.setId("entry-copy");
    copy.setOnAction(pressed -> new EvidenceText(texts).copy(item));
    HBox line = new HBox(8, copy, name);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
