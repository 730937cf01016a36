package org.chartseal.views.kit.sending;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.chartseal.services.outbox.JobState;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The steps from the signature to the ledger, and which of them are done. */
public final class SendingView extends VBox {

  private static final List<JobState> STEPS =
      List.of(JobState.SIGNED, JobState.STORED, JobState.SUBMITTED, JobState.FINAL);

  private final Texts texts;
  private final HBox steps = new HBox();
  private final Label words = new Label();
  private final FaultLabel fault;

  public SendingView(Kit kit) {
    this.texts = kit.texts(SendingView.class);
    this.fault = new FaultLabel(kit);
    getStyleClass().add("cs-sending");
    steps.getStyleClass().add("cs-sending-steps");
    steps.setAlignment(Pos.CENTER_LEFT);
    words.setWrapText(true);
    words.getStyleClass().add("cs-quiet");
    getChildren().addAll(steps, words, fault);
    fault.setVisible(false);
    fault.setManaged(false);
  }

  /** Shows how far it is in place of what was shown before. */
  public void show(Sent sent) {
    steps.getChildren().clear();
    for (JobState step : STEPS) {
      steps.getChildren().add(step(step, sent.state()));
    }
    steps.setVisible(!sent.isFinal());
    steps.setManaged(!sent.isFinal());
    words.setGraphic(sent.isFinal() ? sign(Material2AL.CHECK_CIRCLE, "cs-proven") : null);
    words.textProperty().bind(texts.bindWord("words", sent.state()));
    fault.setVisible(sent.fault().isPresent());
    fault.setManaged(sent.fault().isPresent());
    sent.fault().ifPresent(fault::show);
    accessibleTextProperty().bind(texts.bindWord("words", sent.state()));
  }

  private HBox step(JobState step, JobState state) {
    boolean stopped = state == JobState.MOVED || state == JobState.FAILED;
    boolean done = !stopped && step.compareTo(state) <= 0;
    boolean next = !stopped && !done && STEPS.indexOf(step) == STEPS.indexOf(state) + 1;
    FontIcon icon =
        sign(
            done
                ? Material2AL.CHECK_CIRCLE
                : next ? Material2MZ.SYNC : Material2MZ.RADIO_BUTTON_UNCHECKED,
            done ? "cs-proven" : next ? "cs-accent" : "cs-unknown");
    Label label = new Label();
    label.textProperty().bind(texts.bind("step." + step.name().toLowerCase(Locale.ROOT)));
    label.getStyleClass().add(done ? "cs-strong" : "cs-quiet");
    HBox box = new HBox(4, icon, label);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static FontIcon sign(Ikon ikon, String style) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().add(style);
    return icon;
  }
}
