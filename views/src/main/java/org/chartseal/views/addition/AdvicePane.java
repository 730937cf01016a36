package org.chartseal.views.addition;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.NoteHint;
import org.chartseal.services.clinical.NoteHints;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.GradeBadge;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What the record says to what is being written, and what was not looked into. */
final class AdvicePane extends VBox {

  private final Kit kit;
  private final Texts texts;

  AdvicePane(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(AdvicePane.class);
    setId("note-advice");
    getStyleClass().add("cs-advice");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows it; nothing when nothing is written that could be compared. */
  void show(AdditionDesk.Advice advice, boolean compared) {
    getChildren().clear();
    setVisible(compared);
    if (!compared) {
      return;
    }
    advice.hints().forEach(hint -> getChildren().add(row(hint)));
    Label scope =
        new Label(
            advice.hints().isEmpty()
                ? texts.get("hint.none", advice.proven(), NoteHints.USUAL_DAYS)
                : texts.get("hint.scope", advice.proven()));
    scope.setId("note-advice-scope");
    scope.setWrapText(true);
    scope.setMinHeight(USE_PREF_SIZE);
    scope.getStyleClass().add("cs-quiet");
    getChildren().add(scope);
    if (advice.unproven() > 0) {
      getChildren()
          .add(
              line(
                  Material2MZ.WARNING,
                  "cs-caution",
                  texts.get("hint.unproven", advice.unproven())));
    }
  }

  /** Says that it was not compared, and why: silence would read as if nothing were known. */
  void failed(Fault fault) {
    FaultLabel label = new FaultLabel(kit);
    label.show(fault);
    getChildren().setAll(label);
    setVisible(true);
  }

  private HBox row(AdditionDesk.Hint hint) {
    HBox row =
        switch (hint.hint()) {
          case NoteHint.Allergy(var medicine, var because) ->
              line(
                  Material2MZ.WARNING,
                  "cs-failed",
                  texts.get("hint.allergy", medicine.display(), because.line().label()));
          case NoteHint.SameTest(var order, var because, var days) ->
              line(
                  Material2AL.HISTORY,
                  "cs-caution",
                  texts.get("hint.test", days, because.line().label(), value(because.line())));
          case NoteHint.TakenAlready(var medicine, var because) ->
              line(
                  Material2AL.INFO,
                  "cs-unknown",
                  texts.get("hint.taken", because.line().label(), value(because.line())));
        };
    GradeBadge badge = new GradeBadge(kit, hint.grade());
    badge.setMinWidth(USE_PREF_SIZE);
    row.getChildren().add(badge);
    return row;
  }

  private String value(EntryView.Line line) {
    return line.value().isEmpty() ? texts.get("hint.novalue") : line.value();
  }

  private static HBox line(Ikon icon, String style, String words) {
    FontIcon graphic = new FontIcon(icon);
    graphic.getStyleClass().add(style);
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(8, graphic, label);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
