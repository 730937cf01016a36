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

/** Writes a note. It is sealed at once, and waits for its signature. */
final class NoteDialog implements Overlay.Dialog {

  private final Kit kit;
  private final AdditionDesk desk;
  private final Visitor visitor;
  private final Runnable changed;
  private final Runnable ended;
  private final Language language;
  private final Latest work;
  private final BooleanProperty running = new SimpleBooleanProperty();
  private final NoteForm form;
  private final Button add = new Button();
  private final FaultLabel fault;
  private final VBox view;

  /**
   * @param changed called when a note was added
   * @param ended called when what was typed is not wanted any more: it was added, or given up
   */
  NoteDialog(Kit kit, AdditionDesk desk, Visitor visitor, Runnable changed, Runnable ended) {
    this.ended = ended;
    this.language = kit.localisation().languageProperty().get();
    this.kit = kit;
    this.desk = desk;
    this.visitor = visitor;
    this.changed = changed;
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
    Button cancel = new Button(texts.get("cancel"));
    cancel.setOnAction(pressed -> {
      kit.overlay().cancel();
      ended.run();
    });
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
    HBox buttons = new HBox(cancel, add);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    view = new VBox(heading, scroll, form.advice(), fault, buttons);
    view.getStyleClass().addAll("cs-dialog", "cs-wide");
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    return form.firstField();
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
  }

  /** Whether it speaks the language of now. */
  boolean isCurrent() {
    return kit.localisation().languageProperty().get() == language;
  }

  /** It is shown once more, with what was typed. */
  void resume() {
    form.resume();
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
    ended.run();
    changed.run();
  }

  private void failed(Fault why) {
    running.set(false);
    fault.show(why);
    fault.setVisible(true);
  }
}
