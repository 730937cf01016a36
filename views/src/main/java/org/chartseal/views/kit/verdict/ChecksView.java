package org.chartseal.views.kit.verdict;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Why a verdict is what it is: each check in words, and what was seen. */
public final class ChecksView extends GridPane {

  public ChecksView(Kit kit, Verdict verdict) {
    Texts texts = kit.texts(ChecksView.class);
    ReasonText reasons = new ReasonText(kit.localisation());
    getStyleClass().add("cs-checks");
    int row = 0;
    for (CheckResult result : verdict.checks()) {
      FontIcon icon =
          new FontIcon(
              switch (result.status()) {
                case PASSED -> Material2AL.CHECK;
                case FAILED -> Material2AL.CLOSE;
                case UNKNOWN -> Material2AL.HELP_OUTLINE;
              });
      icon.getStyleClass().add(style(result.status()));
      Label name = new Label();
      name.textProperty().bind(texts.bindWord("check", result.check()));
      name.accessibleHelpProperty().bind(texts.bindWord("status", result.status()));
      Label status = new Label();
      status.textProperty().bind(texts.bindWord("status", result.status()));
      status.getStyleClass().add(style(result.status()));
      Label reason = new Label();
      reason.textProperty().bind(reasons.bind(result));
      reason.setWrapText(true);
      reason.getStyleClass().add("cs-quiet");
      addRow(row++, icon, name, status);
      add(reason, 1, row++, 2, 1);
    }
  }

  private static String style(CheckResult.Status status) {
    return switch (status) {
      case PASSED -> "cs-proven";
      case FAILED -> "cs-failed";
      case UNKNOWN -> "cs-unknown";
    };
  }
}
