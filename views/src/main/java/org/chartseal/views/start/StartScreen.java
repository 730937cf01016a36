package org.chartseal.views.start;

import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Shows how the home comes up; at the first start the sample network is made.
 *
 * @param <W> what works on the home from then on
 */
public final class StartScreen<W> implements Screen {

  private final Texts texts;
  private final StartDesk<W> desk;
  private final Consumer<W> up;
  private final Consumer<W> dropped;
  private final Latest work;
  private final StatePane state;

  /**
   * @param up takes what came up
   * @param dropped takes what came up after it was stopped, off the JavaFX thread
   */
  public StartScreen(Kit kit, StartDesk<W> desk, Consumer<W> up, Consumer<W> dropped) {
    this.texts = kit.texts(StartScreen.class);
    this.desk = desk;
    this.up = up;
    this.dropped = dropped;
    this.work = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    state.getStyleClass().add("cs-start");
  }

  @Override
  public Parent view() {
    return state;
  }

  @Override
  public void attached() {
    begin();
  }

  @Override
  public void detached() {
    work.stop();
  }

  private void begin() {
    Running running = work.start(desk::bringUp, up, this::failed, dropped);
    state.busy(texts.bind(desk.isFirst() ? "title.first" : "title"), running, this::stopped);
  }

  private void stopped() {
    Button again = new Button();
    again.textProperty().bind(texts.bind("continue"));
    again.setOnAction(pressed -> begin());
    state.empty(
        Material2MZ.PAUSE_CIRCLE_OUTLINE,
        texts.bind("stopped"),
        texts.bind("stopped.words"),
        again);
  }

  private void failed(Fault fault) {
    state.failed(fault, this::begin);
  }
}
