package org.chartseal.views.kit.entry;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * A heading that opens and folds what is under it, and copies it as text. The content is made when
 * it is first opened.
 */
final class SectionPane extends VBox {

  /** How a section is shown first. */
  enum Fold {
    OPEN,
    FOLDED
  }

  private final Supplier<Node> content;
  private final BooleanProperty open = new SimpleBooleanProperty();

  /**
   * @param text what the clipboard takes
   */
  SectionPane(
      Kit kit,
      ObservableValue<String> title,
      Fold fold,
      Supplier<Node> content,
      Supplier<String> text) {
    this.content = content;
    Texts texts = kit.texts(SectionPane.class);
    getStyleClass().add("cs-section");

    FontIcon arrow = new FontIcon();
    arrow
        .iconCodeProperty()
        .bind(open.map(is -> is ? Material2AL.EXPAND_MORE : Material2AL.CHEVRON_RIGHT));
    Label name = new Label();
    name.textProperty().bind(title);
    name.getStyleClass().add("cs-heading");
    Button heading = new Button(null, new HBox(8, arrow, name));
    heading.getStyleClass().addAll("flat", "cs-section-heading");
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.accessibleTextProperty().bind(title);
    heading
        .accessibleHelpProperty()
        .bind(open.flatMap(is -> texts.bind(is ? "section.fold" : "section.open")));
    heading.setOnAction(pressed -> open.set(!open.get()));

    Button copy = new Button(null, new FontIcon(Material2AL.CONTENT_COPY));
    copy.getStyleClass().addAll("flat", "button-icon", "cs-section-copy");
    copy.accessibleTextProperty().bind(texts.bind("copy"));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.bind("copy"));
    copy.setTooltip(tip);
    copy.setOnAction(pressed -> toClipboard(text.get()));

    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(heading, gap, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(bar);
    open.subscribe(this::fold);
    open.set(fold == Fold.OPEN);
  }

  private void fold(boolean opened) {
    while (getChildren().size() > 1) {
      getChildren().removeLast();
    }
    if (opened) {
      getChildren().add(content.get());
    }
  }

  private static void toClipboard(String text) {
    ClipboardContent put = new ClipboardContent();
    put.putString(text);
    Clipboard.getSystemClipboard().setContent(put);
  }
}
