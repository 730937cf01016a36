package org.chartseal.views.kit.dialog;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StepWords;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.task.Step;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a PIN: whose, and for what. It says how many tries are left before it asks, stays open
 * when the PIN was wrong, and remembers nothing.
 *
 * @param <T> what comes of the job that the PIN is for
 */
public final class PinDialog<T> implements Overlay.Dialog {

  private static final int LAST = 1;

  /** What stopping does to what was begun. */
  private enum Stopping {
    /** Nothing comes of it. */
    DROPS,
    /** It ends where it is, and says what it has done. */
    ENDS,
    /** It cannot be stopped: what is signed is sent. */
    NEVER
  }

  private final Kit kit;
  private final Texts texts;
  private final Stopping stopping;
  private final PinJob<T> job;
  private final Consumer<T> done;
  private final Runnable cancelled;

  private final KeyHolder holder;
  private final PinField field = new PinField();
  private final Label tries = new Label();
  private final Label kept = new Label();
  private final FaultLabel fault;
  private final ProgressBar progress = new ProgressBar();
  private final Label numbers = new Label();
  private final Button confirm;
  private final Button cancel;
  private final VBox view = new VBox();
  private @Nullable Running running;
  private boolean away;

  private PinDialog(
      Kit kit,
      KeyHolder holder,
      String purpose,
      Stopping stopping,
      PinJob<T> job,
      Consumer<T> done,
      Runnable cancelled) {
    this.kit = kit;
    this.holder = holder;
    this.stopping = stopping;
    this.texts = kit.texts(PinDialog.class);
    this.job = job;
    this.done = done;
    this.cancelled = cancelled;
    this.fault = new FaultLabel(kit);
    this.confirm = new Button(texts.get(stopping == Stopping.DROPS ? "pin.open" : "pin.confirm"));
    this.cancel = new Button(texts.get("cancel"));
    build(purpose);
  }

  /**
   * Asks for the PIN of an act that goes through once it was begun.
   *
   * @param purpose what will be signed, a whole sentence
   * @param cancelled nothing was done
   */
  public static <T> void ask(
      Kit kit,
      KeyHolder holder,
      String purpose,
      PinJob<T> job,
      Consumer<T> done,
      Runnable cancelled) {
    kit.overlay().show(new PinDialog<>(kit, holder, purpose, Stopping.NEVER, job, done, cancelled));
  }

  /** Asks for the PIN that opens something; to be cancelled at any time. */
  public static <T> void askToOpen(
      Kit kit,
      KeyHolder holder,
      String purpose,
      PinJob<T> job,
      Consumer<T> done,
      Runnable cancelled) {
    kit.overlay().show(new PinDialog<>(kit, holder, purpose, Stopping.DROPS, job, done, cancelled));
  }

  /**
   * Asks for the PIN of an act of many steps. Once it runs, it can be stopped half-way and then
   * still tells what it has done.
   */
  public static <T> void askForRun(
      Kit kit,
      KeyHolder holder,
      String purpose,
      PinJob<T> job,
      Consumer<T> done,
      Runnable cancelled) {
    kit.overlay().show(new PinDialog<>(kit, holder, purpose, Stopping.ENDS, job, done, cancelled));
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    return field;
  }

  @Override
  public boolean stays() {
    if (running == null || stopping == Stopping.DROPS) {
      return false;
    }
    if (stopping == Stopping.ENDS) {
      running.end();
      cancel.setDisable(true);
      cancel.setText(texts.get("pin.stopping"));
    }
    return true;
  }

  @Override
  public void cancelled() {
    field.clear();
    if (running == null) {
      cancelled.run();
      return;
    }
    switch (stopping) {
      case DROPS -> {
        running.stop();
        cancelled.run();
      }
      // Nobody may be told that nothing was done; what comes of it is told when it ends.
      case ENDS -> {
        running.end();
        away = true;
      }
      case NEVER -> away = true;
    }
  }

  private void build(String purpose) {
    Label title = new Label(texts.get("pin.title", holder.name()));
    title.getStyleClass().add("cs-dialog-title");
    Label what = new Label(purpose);
    what.setWrapText(true);
    Label pin = new Label(texts.get("pin.label"));
    pin.getStyleClass().add("cs-strong");
    pin.setLabelFor(field);
    Label device = new Label(texts.word("pin.kind", holder.kind()));
    device.getStyleClass().add("cs-quiet");
    field.setAccessibleText(texts.get("pin.field", holder.name()));
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setVisible(false);
    progress.managedProperty().bind(progress.visibleProperty());
    numbers.getStyleClass().add("cs-quiet");
    numbers.setId("pin-numbers");
    numbers.visibleProperty().bind(progress.visibleProperty());
    numbers.managedProperty().bind(progress.visibleProperty());
    fault.setVisible(false);
    fault.setManaged(false);
    tries.setId("pin-tries");
    tries.setWrapText(true);
    tries.managedProperty().bind(tries.visibleProperty());
    kept.setId("pin-kept");
    kept.setText(texts.get("pin.kept"));
    kept.setWrapText(true);
    kept.getStyleClass().add("cs-quiet");
    kept.setVisible(false);
    kept.managedProperty().bind(kept.visibleProperty());

    confirm.setId("pin-confirm");
    confirm.setDefaultButton(true);
    confirm.getStyleClass().add("accent");
    confirm
        .disableProperty()
        .bind(field.lengthProperty().isEqualTo(0).or(progress.visibleProperty()));
    confirm.setOnAction(pressed -> submit());
    cancel.setId("pin-cancel");
    cancel.setOnAction(pressed -> {
      if (!stays()) {
        kit.overlay().cancel();
      }
    });
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER && !confirm.isDisabled()) {
            key.consume();
            submit();
          }
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(gap, cancel, confirm);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);

    view.getStyleClass().add("cs-dialog");
    tries(holder.status());
    view.getChildren()
        .addAll(
            title,
            what,
            tries,
            new VBox(4, pin, field, device),
            fault,
            progress,
            numbers,
            kept,
            buttons);
  }

  private void tries(PinStatus status) {
    tries.setVisible(false);
    switch (status) {
      case PinStatus.TriesLeft(int left) ->
          tries(
              texts.get(left <= LAST ? "pin.last" : "pin.tries", left),
              left <= LAST ? "cs-failed" : "cs-quiet");
      case PinStatus.Blocked blocked -> {
        tries(texts.get("pin.blocked"), "cs-failed");
        field.setDisable(true);
      }
      case PinStatus.Unavailable(var why) ->
          refuse(new Fault(why.code().shortCode(), why.sentence()));
      case PinStatus.Unknown unknown -> {
        // The device does not count, or does not say.
      }
    }
  }

  private void tries(String words, String look) {
    tries.setText(words);
    tries.getStyleClass().removeAll("cs-failed", "cs-quiet");
    tries.getStyleClass().add(look);
    tries.setVisible(true);
  }

  private void submit() {
    Pin pin = field.take();
    fault.setVisible(false);
    fault.setManaged(false);
    progress.setVisible(true);
    field.setDisable(true);
    Running started =
        kit.tasks()
            .start(
                steps -> {
                  try (pin) {
                    return job.run(pin, steps);
                  }
                },
                this::succeed,
                this::fail);
    progress.progressProperty().bind(started.stepProperty().map(step -> step.fraction()));
    numbers.textProperty().bind(started.stepProperty().map(this::far));
    switch (stopping) {
      case DROPS -> {
        // Cancel stays what it says.
      }
      case ENDS -> cancel.setText(texts.get("pin.stop"));
      case NEVER -> {
        cancel.setDisable(true);
        kept.setVisible(true);
      }
    }
    running = started;
  }

  /** How far it is; before it says so, the device looks at the PIN. */
  private String far(Step step) {
    String words = new StepWords(kit).of(step);
    return words.isEmpty() ? texts.get("pin.checking") : words;
  }

  private void succeed(T result) {
    running = null;
    if (!away) {
      kit.overlay().close();
    }
    done.accept(result);
  }

  private void fail(Fault why) {
    running = null;
    if (away) {
      cancelled.run();
      return;
    }
    kept.setVisible(false);
    progress.progressProperty().unbind();
    progress.setVisible(false);
    cancel.setDisable(false);
    cancel.setText(texts.get("cancel"));
    field.setDisable(false);
    refuse(why);
    field.requestFocus();
    kit.tasks().start(steps -> holder.ask().get(), this::tries, this::refuse);
  }

  private void refuse(Fault why) {
    fault.show(why);
    fault.setVisible(true);
    fault.setManaged(true);
  }
}
