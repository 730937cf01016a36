package org.chartseal.views.addition;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Texts;

/**
 * Writes a note. It is sealed at once, and waits for its signature. What was typed is thrown away
 * only by who says so twice.
 */
final class NoteDialog implements Overlay.Dialog {

  private final Kit kit;
  private final AdditionDesk desk;
  private final Visitor visitor;
  private final Ends ends;
  private final Language language;
  private final Latest work;
  private final BooleanProperty running = new SimpleBooleanProperty();
  private final NoteForm form;
  private final Button cancel = new Button();
  private final Button add = new Button();
  private final Button keep = new Button();
  private final HBox buttons = new HBox();
  private final HBox question;
  private final FaultLabel fault;
  private final VBox view;

  /**
   * What can become of it.
   *
   * @param added it waits for its signature
   * @param left it was closed, and can be gone on with
   * @param givenUp what was typed is not wanted any more
   */
  record Ends(Runnable added, Runnable left, Runnable givenUp) {}

  NoteDialog(Kit kit, AdditionDesk desk, Visitor visitor, Ends ends) {
    this.ends = ends;
    this.language = kit.localisation().languageProperty().get();
    this.kit = kit;
    this.desk = desk;
    this.visitor = visitor;
    this.work = new Latest(kit.tasks());
    this.fault = new FaultLabel(kit);
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    Texts texts = kit.texts(NoteDialog.class);
    Label heading = new Label(texts.get("note.title", visitor.name()));
    heading.getStyleClass().add("cs-dialog-title");
    this.form = new NoteForm(kit, desk);
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    cancel.setId("note-cancel");
    cancel.setText(texts.get("cancel"));
    cancel.setOnAction(pressed -> cancel());
    cancel.disableProperty().bind(running);
    add.setId("note-add");
    add.setText(texts.get("note.add"));
    add.getStyleClass().add("accent");
    add.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    running.get()
                        || form.comparingProperty().get()
                        || !isWhole(form.contentProperty().get()),
                running,
                form.comparingProperty(),
                form.contentProperty()));
    add.setOnAction(pressed -> add());
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getChildren().setAll(cancel, add);
    question = question(texts);
    view = new VBox(heading, scroll, form.advice(), fault, buttons);
    view.getStyleClass().addAll("cs-dialog", "cs-wide");
  }

  /** Stands in place of the buttons, so that what it is about can still be read. */
  private HBox question(Texts texts) {
    Label words = new Label(texts.get("note.discard"));
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    keep.setId("note-keep");
    keep.setText(texts.get("note.keep"));
    keep.setMinWidth(Region.USE_PREF_SIZE);
    keep.setOnAction(pressed -> goOn());
    Button discard = new Button(texts.get("note.discard.go"));
    discard.setId("note-discard");
    discard.setMinWidth(Region.USE_PREF_SIZE);
    discard.getStyleClass().add("danger");
    discard.setOnAction(pressed -> giveUp());
    HBox row = new HBox(words, keep, discard);
    row.getStyleClass().add("cs-buttons");
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    // A field of one line chooses all that is in it, and the next letter would take its place.
    return isBegun() ? form.words() : form.firstField();
  }

  /**
   * What is being sealed will wait for a signature, and that is told first; what is offered is
   * folded first.
   */
  @Override
  public boolean stays() {
    return running.get() || form.fold();
  }

  @Override
  public void cancelled() {
    work.stop();
    form.stop();
    ask(false);
    ends.left().run();
  }

  /** Whether it speaks the language of now. */
  boolean isCurrent() {
    return kit.localisation().languageProperty().get() == language;
  }

  /** It is shown once more, with what was typed. */
  void resume() {
    form.resume();
  }

  /** Whether something was typed. */
  boolean isBegun() {
    return form.isBegun();
  }

  private void cancel() {
    if (isBegun()) {
      ask(true);
      keep.requestFocus();
    } else {
      giveUp();
    }
  }

  private void goOn() {
    ask(false);
    form.words().requestFocus();
  }

  private void giveUp() {
    kit.overlay().cancel();
    ends.givenUp().run();
  }

  private void ask(boolean whether) {
    int last = view.getChildren().size() - 1;
    view.getChildren().set(last, whether ? question : buttons);
    form.setDisable(whether);
  }

  private void add() {
    fault.setVisible(false);
    running.set(true);
    NoteContent content = form.contentProperty().get();
    work.start(
        progress -> desk.note(visitor, content),
        added -> {
          switch (added) {
            case AdditionDesk.Added.Refused(var refused, var why) -> failed(why);
            case AdditionDesk.Added.Waiting waiting -> done();
            case AdditionDesk.Added.Known known -> done();
            case AdditionDesk.Added.OtherPatient other -> done();
          }
        },
        this::failed);
  }

  private static boolean isWhole(NoteContent content) {
    return !content.isEmpty() && !content.title().isEmpty();
  }

  private void done() {
    form.stop();
    kit.overlay().close();
    ends.added().run();
  }

  private void failed(Fault why) {
    running.set(false);
    fault.show(why);
    fault.setVisible(true);
  }
}
