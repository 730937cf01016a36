package org.chartseal.views.kit.state;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.task.Step;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * A place that shows its content, or why there is none: nothing there, on its way, or failed, with
 * what to do next.
 */
public final class StatePane extends StackPane {

  private final Kit kit;
  private final Texts texts;
  private final StepWords words;

  public StatePane(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(StatePane.class);
    this.words = new StepWords(kit);
    getStyleClass().add("cs-state");
  }

  /** Shows the content. */
  public void show(Node content) {
    getChildren().setAll(content);
  }

  /**
   * Says that there is nothing, and what would change that.
   *
   * @param title in a few words; it follows the language, as the explanation does
   */
  public void empty(
      Ikon icon,
      ObservableValue<String> title,
      ObservableValue<String> explanation,
      Node... actions) {
    Label words = new Label();
    words.textProperty().bind(explanation);
    words.getStyleClass().add("cs-quiet");
    words.setWrapText(true);
    VBox box = box(new FontIcon(icon), heading(title), words);
    box.getChildren().addAll(actions);
    getChildren().setAll(box);
  }

  /**
   * Shows how far a job is, with a way to stop it.
   *
   * @param title what is being done; it follows the language
   * @param stopped called after it was stopped
   */
  public void busy(ObservableValue<String> title, Running running, Runnable stopped) {
    Label what = new Label();
    what.setId("state-step");
    what.setWrapText(true);
    what.getStyleClass().add("cs-quiet");
    what.textProperty().bind(new StepTexts(kit.localisation()).bind(running));
    Label numbers = new Label();
    numbers.getStyleClass().add("cs-quiet");
    numbers
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words.of(running.stepProperty().get()),
                running.stepProperty(),
                kit.localisation().languageProperty()));
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(320);
    bar.progressProperty().bind(running.stepProperty().map(Step::fraction));
    Button stop = new Button();
    stop.textProperty().bind(texts.bind("stop"));
    stop.setOnAction(pressed -> {
      running.stop();
      stopped.run();
    });
    getChildren().setAll(box(heading(title), bar, what, numbers, stop));
  }

  /** Says what went wrong, with a way to try again. */
  public void failed(Fault fault, Runnable again) {
    FaultLabel label = new FaultLabel(kit);
    label.show(fault);
    label.setMaxWidth(520);
    Button retry = new Button();
    retry.textProperty().bind(texts.bind("again"));
    retry.setOnAction(pressed -> again.run());
    getChildren().setAll(box(label, retry));
  }

  /** Says that it was stopped, with a way to begin again. */
  public void stopped(Runnable again) {
    Button retry = new Button();
    retry.textProperty().bind(texts.bind("again"));
    retry.setOnAction(pressed -> again.run());
    empty(
        Material2MZ.PAUSE_CIRCLE_OUTLINE,
        texts.bind("stopped"),
        texts.bind("stopped.words"),
        retry);
  }

  private static Label heading(ObservableValue<String> title) {
    Label heading = new Label();
    heading.textProperty().bind(title);
    heading.getStyleClass().add("cs-state-title");
    return heading;
  }

  private static VBox box(Node... nodes) {
    VBox box = new VBox(nodes);
    box.getStyleClass().add("cs-state-box");
    box.setAlignment(Pos.CENTER);
    box.setMaxWidth(560);
    return box;
  }
}
