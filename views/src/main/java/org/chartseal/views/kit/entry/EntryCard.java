package org.chartseal.views.kit.entry;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.task.Job;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.ChecksView;
import org.chartseal.views.kit.verdict.GradeBadge;
import org.kordamp.ikonli.material2.Material2AL;

/** One entry: what it says, or why it is not shown; and why its verdict is what it is. */
public final class EntryCard extends BorderPane {

  /** How much room the checks take at most: what the entry says is still seen below. */
  private static final double CHECKS = 280;

  /** And so much of the card in a low window. */
  private static final double CHECKS_SHARE = 0.4;

  private final Kit kit;
  private final Texts texts;
  private final EntryReader reader;
  private final Choose choose;

  /**
   * What is said while no entry is chosen; it follows the language.
   *
   * @param title in a few words
   * @param words what comes here
   */
  public record Choose(ObservableValue<String> title, ObservableValue<String> words) {}

  /**
   * An entry. What is not its own follows the language.
   *
   * @param by who wrote it, when
   * @param caution why it is not to be relied on, or not shown; nothing of one that is proven
   * @param actions what can be done with it
   * @param evidence what stands below its checks
   * @param content reads it; nothing when it cannot be had
   */
  public record Subject(
      String title,
      ObservableValue<String> by,
      Verdict verdict,
      ObservableValue<String> caution,
      List<Node> actions,
      List<Node> evidence,
      Optional<Job<ContentView>> content) {
    public Subject {
      actions = List.copyOf(actions);
      evidence = List.copyOf(evidence);
    }

    /** What could not be verified is never shown as content to rely on. */
    private boolean isShowable() {
      return switch (verdict.grade()) {
        case PROVEN, UNKNOWN, RETRACTED, DOUBTFUL -> content.isPresent();
        case FAILED -> false;
      };
    }
  }

  public EntryCard(Kit kit, Choose choose) {
    this.kit = kit;
    this.choose = choose;
    this.texts = kit.texts(EntryCard.class);
    this.reader = new EntryReader(kit);
    setId("entry");
    getStyleClass().add("cs-entry");
    setMinWidth(320);
    nothing();
  }

  /** Shows that none is chosen. */
  public void nothing() {
    setTop(null);
    setCenter(reader.view());
    reader.empty(Material2AL.DESCRIPTION, choose.title(), choose.words());
  }

  /** Shows an entry in place of the one before. */
  public void show(Subject entry) {
    show(head(entry), reader.view());
    if (entry.isShowable()) {
      reader.read(entry.content().orElseThrow(), content -> content(entry, content), this::nothing);
    } else {
      reader.empty(Material2AL.BLOCK, texts.bind("entry.hidden"), entry.caution());
    }
  }

  /** Shows a proven entry by what is made of its content; of another it says nothing. */
  public void show(Subject entry, Node content) {
    if (entry.verdict().grade() == Verdict.Grade.PROVEN) {
      nothing();
      show(head(entry), content);
    } else {
      show(entry);
    }
  }

  /** The keyboard goes through them in the order in which they were put in. */
  private void show(Node head, Node content) {
    setCenter(null);
    setTop(head);
    setCenter(content);
  }

  /** Stops what is being read. */
  public void stop() {
    reader.stop();
  }

  /** Goes on where it was stopped. */
  public void resume() {
    reader.resume();
  }

  private Node content(Subject entry, ContentView content) {
    ContentPane pane = new ContentPane(kit, content);
    if (entry.verdict().grade() == Verdict.Grade.PROVEN) {
      return pane;
    }
    Label caution = new Label();
    caution.textProperty().bind(entry.caution());
    caution.setWrapText(true);
    caution.setMinHeight(USE_PREF_SIZE);
    caution.getStyleClass().addAll("cs-caution", "cs-entry-caution");
    BorderPane framed = new BorderPane(pane);
    framed.setTop(caution);
    return framed;
  }

  private VBox head(Subject entry) {
    Label title = new Label();
    title.setId("entry-title");
    title
        .textProperty()
        .bind(
            entry.title().isEmpty()
                ? texts.bind("entry.untitled")
                : kit.localisation().spoken(() -> new EntryWords(kit).title(entry.title())));
    title.setWrapText(true);
    title.getStyleClass().add("cs-heading");
    Label by = new Label();
    by.textProperty().bind(entry.by());
    by.setWrapText(true);
    by.getStyleClass().add("cs-quiet");
    Hyperlink why = new Hyperlink();
    why.textProperty().bind(texts.bind("entry.why"));
    why.setId("entry-why");
    // What finds no room in the line goes below it; a word of it is never cut.
    FlowPane verdict = new FlowPane(8, 4, new GradeBadge(kit, entry.verdict().grade()), why);
    verdict.getChildren().addAll(entry.actions());
    verdict.setRowValignment(VPos.CENTER);
    VBox head = new VBox(4, title, by, verdict);
    head.getStyleClass().add("cs-entry-head");
    why.setOnAction(pressed ->
        why.textProperty().bind(texts.bind(whyIn(head, entry) ? "entry.hide" : "entry.why")));
    return head;
  }

  /** Opens the checks or folds them; returns whether they are open now. */
  private boolean whyIn(VBox head, Subject entry) {
    boolean open = head.getChildren().removeIf(child -> child.getStyleClass().contains("cs-why"));
    if (!open) {
      VBox box = new VBox(8, new ChecksView(kit, entry.verdict()));
      box.getChildren().addAll(entry.evidence());
      ScrollPane scroll = new ScrollPane(box);
      scroll.setFitToWidth(true);
      scroll
          .maxHeightProperty()
          .bind(Bindings.min(CHECKS, heightProperty().multiply(CHECKS_SHARE)));
      scroll.getStyleClass().add("cs-why");
      head.getChildren().add(scroll);
    }
    return !open;
  }
}
