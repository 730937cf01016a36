package org.chartseal.views.inbox;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.chartseal.views.kit.table.Look;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A state as icon and word; what is new stands out.
 *
 * @param <T> the rows
 */
final class MarkCell<T> extends TableCell<T, T> {

  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

  private final FontIcon icon = new FontIcon();
  private final Function<T, Look> mark;
  private final Predicate<T> fresh;

  MarkCell(Function<T, Look> mark, Predicate<T> fresh) {
    this.mark = mark;
    this.fresh = fresh;
    getStyleClass().add("cs-mark");
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    icon.getStyleClass().removeIf(style -> style.startsWith("cs-"));
    if (empty || item == null) {
      setText(null);
      setGraphic(null);
      pseudoClassStateChanged(FRESH, false);
      return;
    }
    Look shown = mark.apply(item);
    shown.icon().ifPresent(icon::setIconCode);
    icon.getStyleClass().add(shown.style());
    setGraphic(icon);
    setText(shown.text());
    pseudoClassStateChanged(FRESH, fresh.test(item));
  }
}
