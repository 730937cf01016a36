package org.chartseal.views.kit.entry;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.chartseal.services.clinical.Narrative;
import org.chartseal.views.kit.Kit;

/**
 * Running text, lists and tables as nodes. What is long is shown a page at a time, so that a
 * document of any size is shown at once.
 */
final class NarrativeView extends VBox {

  /** Items or rows that are shown at a time. */
  static final int PAGE = 40;

  private final Kit kit;

  NarrativeView(Kit kit, List<Narrative> narrative) {
    this.kit = kit;
    getStyleClass().add("cs-narrative");
    narrative.forEach(piece -> getChildren().add(node(piece)));
  }

  /** The same in as few nodes as it takes: most cells hold one paragraph. */
  static Node of(Kit kit, List<Narrative> narrative) {
    return narrative.size() == 1 && narrative.getFirst() instanceof Narrative.Paragraph paragraph
        ? paragraph(paragraph)
        : new NarrativeView(kit, narrative);
  }

  private Node node(Narrative piece) {
    return switch (piece) {
      case Narrative.Paragraph paragraph -> paragraph(paragraph);
      case Narrative.Items items -> list(items);
      case Narrative.Table table -> new NarrativeTable(kit, table);
    };
  }

  private static TextFlow paragraph(Narrative.Paragraph paragraph) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("cs-paragraph");
    paragraph.runs().forEach(run -> flow.getChildren().add(run(run)));
    return flow;
  }

  private static Text run(Narrative.Run run) {
    Text text = new Text(run.text());
    text.getStyleClass().add("cs-run");
    for (Narrative.Style style : run.styles()) {
      switch (style) {
        case BOLD -> text.getStyleClass().add("cs-bold");
        case ITALIC -> text.getStyleClass().add("cs-italic");
        case UNDERLINE -> text.setUnderline(true);
        case STRIKE -> text.setStrikethrough(true);
        case SUBSCRIPT -> shift(text, 3);
        case SUPERSCRIPT -> shift(text, -4);
      }
    }
    return text;
  }

  private static void shift(Text text, double down) {
    text.getStyleClass().add("cs-small");
    text.setTranslateY(down);
  }

  private VBox list(Narrative.Items items) {
    VBox list = new VBox();
    list.getStyleClass().add("cs-items");
    paged(
        kit,
        list,
        items.items().size(),
        at ->
            item(
                items.numbering() == Narrative.Numbering.NUMBERS ? (at + 1) + "." : "•",
                items.items().get(at)));
    return list;
  }

  private HBox item(String mark, List<Narrative> content) {
    Label label = new Label(mark);
    label.getStyleClass().add("cs-quiet");
    label.setMinWidth(24);
    NarrativeView body = new NarrativeView(kit, content);
    HBox.setHgrow(body, Priority.ALWAYS);
    return new HBox(label, body);
  }

  /** Fills a box with the first page, and a button for the next. */
  static void paged(Kit kit, VBox box, int count, Function<Integer, Node> node) {
    page(kit, box, 0, count, node);
  }

  private static void page(Kit kit, VBox box, int from, int count, Function<Integer, Node> node) {
    int until = Math.min(count, from + PAGE);
    for (int at = from; at < until; at++) {
      box.getChildren().add(node.apply(at));
    }
    if (until < count) {
      Button more = more(kit, count - until);
      more.setOnAction(pressed -> {
        box.getChildren().remove(more);
        page(kit, box, until, count, node);
      });
      box.getChildren().add(more);
    }
  }

  /** A button that shows more of what there are {@code left}. */
  static Button more(Kit kit, int left) {
    Button more = new Button();
    more.textProperty()
        .bind(kit.texts(NarrativeView.class).bind("more", Math.min(PAGE, left), left));
    more.getStyleClass().addAll("flat", "cs-more");
    return more;
  }
}
