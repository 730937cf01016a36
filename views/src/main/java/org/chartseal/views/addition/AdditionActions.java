package org.chartseal.views.addition;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.Confirmation;
import org.chartseal.views.kit.files.FilePicker;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The buttons that add to an open record: a note, documents by dialog or by drag and drop. */
public final class AdditionActions {

  private final Kit kit;
  private final Texts texts;
  private final AdditionDesk desk;
  private final Visitor visitor;
  private final Runnable changed;
  private final Button note = new Button();
  private final Button documents = new Button();

  /** What was typed and left by Escape, which is easily pressed: it is there the next time. */
  private @Nullable NoteDialog unfinished;

  /**
   * @param changed called when more waits for a signature
   */
  public AdditionActions(Kit kit, AdditionDesk desk, Visitor visitor, Runnable changed) {
    this.kit = kit;
    this.texts = kit.texts(AdditionActions.class);
    this.desk = desk;
    this.visitor = visitor;
    this.changed = changed;
    note.setId("add-note");
    name();
    note.setGraphic(new FontIcon(Material2AL.CREATE));
    note.setOnAction(pressed -> write());
    documents.setId("add-documents");
    documents.textProperty().bind(texts.bind("documents"));
    documents.setGraphic(new FontIcon(Material2AL.ATTACH_FILE));
    documents.setOnAction(pressed -> choose());
  }

  /** The buttons. */
  public List<Node> buttons() {
    return List.of(note, documents);
  }

  /** Adds files and folders. */
  public void add(List<Path> files) {
    if (!files.isEmpty()) {
      kit.overlay().show(new DocumentsDialog(kit, desk, visitor, files, changed));
    }
  }

  /** Leaving the record this way asks first whether a note that was begun may be lost. */
  public Runnable asking(Runnable leaving) {
    return () -> {
      if (unfinished != null && unfinished.isBegun()) {
        Confirmation.ask(
            kit,
            texts.get("note.discard"),
            texts.get("note.discard.leaving"),
            texts.get("note.discard.go"),
            leaving);
      } else {
        leaving.run();
      }
    };
  }

  private void write() {
    NoteDialog dialog = unfinished;
    // What is begun is worth more than its being in the language of now.
    if (dialog == null || !(dialog.isCurrent() || dialog.isBegun())) {
      dialog =
          new NoteDialog(
              kit, desk, visitor, new NoteDialog.Ends(this::added, this::name, this::forget));
      unfinished = dialog;
    }
    kit.overlay().show(dialog);
    dialog.resume();
  }

  private void added() {
    forget();
    changed.run();
  }

  private void forget() {
    unfinished = null;
    name();
  }

  /** Whoever left a note half written sees that it is still there. */
  private void name() {
    boolean begun = unfinished != null && unfinished.isBegun();
    note.textProperty().bind(texts.bind(begun ? "note.begun" : "note"));
  }

  private void choose() {
    add(
        new FilePicker(
                texts.get("documents"),
                new FileChooser.ExtensionFilter(texts.get("documents.kinds"), "*.xml", "*.json"),
                new FileChooser.ExtensionFilter(texts.get("documents.all"), "*"))
            .openSeveral(documents));
  }
}
