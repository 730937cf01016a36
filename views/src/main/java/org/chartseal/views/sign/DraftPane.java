package org.chartseal.views.sign;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.ContentPane;
import org.chartseal.views.kit.entry.EntryReader;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** What the chosen entry says, for the person who is about to sign it. */
final class DraftPane {

  private final Kit kit;
  private final Texts texts;
  private final SignDesk desk;
  private final EntryReader reader;
  private final BorderPane pane = new BorderPane();
  private SignDesk.@Nullable Draft shown;

  DraftPane(Kit kit, SignDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(DraftPane.class);
    this.desk = desk;
    this.reader = new EntryReader(kit);
    pane.setId("draft");
    pane.getStyleClass().add("cs-entry");
    pane.setMinWidth(320);
    pane.setCenter(reader.view());
    nothing();
  }

  Region view() {
    return pane;
  }

  /** Shows an entry, or none. What is shown already is not read once more. */
  void show(SignDesk.@Nullable Draft draft) {
    if (draft == null) {
      nothing();
    } else if (!shows(draft)) {
      shown = draft;
      pane.setTop(draft.about().map(this::head).orElse(null));
      read(draft);
    }
  }

  /** Stops what is being read. */
  void stop() {
    reader.stop();
  }

  /** Goes on with what was stopped. */
  void resume() {
    reader.resume();
  }

  private boolean shows(SignDesk.Draft draft) {
    return shown != null
        && shown.id().equals(draft.id())
        && shown.about().equals(draft.about())
        && shown.isOpen() == draft.isOpen();
  }

  private void nothing() {
    shown = null;
    pane.setTop(null);
    reader.empty(
        Material2AL.DESCRIPTION, texts.bind("draft.choose"), texts.bind("draft.choose.words"));
  }

  private void read(SignDesk.Draft draft) {
    if (draft.about().isEmpty()) {
      reader.empty(Material2AL.LOCK, texts.bind("draft.sealed"), texts.bind("draft.sealed.words"));
    } else if (draft.isOpen()) {
      reader.read(
          progress -> desk.content(draft.id(), progress),
          content -> new ContentPane(kit, content),
          this::nothing);
    } else {
      reader.empty(
          Material2AL.CHECK_CIRCLE, texts.bind("draft.signed"), texts.bind("draft.signed.words"));
    }
  }

  private VBox head(SignDesk.About said) {
    Label title = new Label();
    title.setId("draft-title");
    title.setWrapText(true);
    title.getStyleClass().add("cs-heading");
    title
        .textProperty()
        .bind(kit.localisation().spoken(() -> new EntryWords(kit).title(said.title())));
    Label about = new Label();
    about.setWrapText(true);
    about.getStyleClass().add("cs-quiet");
    about.textProperty().bind(kit.localisation().spoken(() -> about(said)));
    VBox head = new VBox(4, title, about);
    head.getStyleClass().add("cs-entry-head");
    return head;
  }

  private String about(SignDesk.About said) {
    return texts.get(
        "draft.about",
        said.patient(),
        new DraftWords(texts).kind(said.kind()),
        kit.formats().clinicalDay(said.date()));
  }
}
