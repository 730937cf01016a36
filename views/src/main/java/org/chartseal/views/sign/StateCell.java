package org.chartseal.views.sign;

import javafx.scene.control.TableCell;
import org.chartseal.services.outbox.JobState;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** How far an entry is, as icon and word. */
final class StateCell extends TableCell<SignDesk.Draft, String> {

  private final FontIcon icon = new FontIcon();

  @Override
  protected void updateItem(String word, boolean empty) {
    super.updateItem(word, empty);
    SignDesk.Draft draft = getTableRow() == null ? null : getTableRow().getItem();
    icon.getStyleClass().removeIf(style -> style.startsWith("cs-"));
    if (empty || draft == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    icon.setIconCode(icon(draft.state()));
    icon.getStyleClass().add(style(draft.state()));
    setGraphic(icon);
    setText(word);
  }

  private static Ikon icon(JobState state) {
    return switch (state) {
      case DRAFT -> Material2AL.CREATE;
      case SIGNED, STORED, SUBMITTED -> Material2MZ.SYNC;
      case FINAL -> Material2AL.CHECK_CIRCLE;
      case MOVED -> Material2MZ.WARNING;
      case FAILED -> Material2AL.ERROR;
    };
  }

  private static String style(JobState state) {
    return switch (state) {
      case DRAFT, SIGNED, STORED, SUBMITTED -> "cs-accent";
      case FINAL -> "cs-proven";
      case MOVED -> "cs-caution";
      case FAILED -> "cs-failed";
    };
  }
}
