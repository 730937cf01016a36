package org.chartseal.views.kit.verdict;

import javafx.scene.control.Label;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.Kit;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A verdict in an icon, a word and a colour. */
public final class GradeBadge extends Label {

  private final Kit kit;

  public GradeBadge(Kit kit) {
    this.kit = kit;
    getStyleClass().add("cs-grade");
  }

  public GradeBadge(Kit kit, Verdict.Grade grade) {
    this(kit);
    show(grade);
  }

  /** Shows a grade in place of the one before. */
  public void show(Verdict.Grade grade) {
    textProperty().bind(kit.texts(GradeBadge.class).bindWord("grade", grade));
    FontIcon icon = new FontIcon(icon(grade));
    icon.getStyleClass().add(style(grade));
    setGraphic(icon);
    getStyleClass().setAll("label", "cs-grade", style(grade));
  }

  /** Says that it is not known yet. */
  public void checking() {
    textProperty().bind(kit.texts(GradeBadge.class).bind("checking"));
    setGraphic(new FontIcon(Material2AL.HOURGLASS_EMPTY));
    getStyleClass().setAll("label", "cs-grade", "cs-unknown");
  }

  /** The icon of a grade. */
  public static Ikon icon(Verdict.Grade grade) {
    return switch (grade) {
      case PROVEN -> Material2AL.CHECK_CIRCLE;
      case UNKNOWN -> Material2AL.HELP_OUTLINE;
      case RETRACTED -> Material2MZ.UNDO;
      case DOUBTFUL -> Material2MZ.WARNING;
      case FAILED -> Material2AL.CANCEL;
    };
  }

  /** The style class of a grade, which gives its colour. */
  public static String style(Verdict.Grade grade) {
    return switch (grade) {
      case PROVEN -> "cs-proven";
      case UNKNOWN -> "cs-unknown";
      case RETRACTED, DOUBTFUL -> "cs-caution";
      case FAILED -> "cs-failed";
    };
  }
}
