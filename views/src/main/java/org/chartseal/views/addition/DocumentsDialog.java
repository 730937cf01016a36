package org.chartseal.views.addition;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.MatchExplanation;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.CloseButton;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Reads documents, and says of each what became of it. */
final class DocumentsDialog implements Overlay.Dialog {

  private final Kit kit;
  private final Texts texts;
  private final AdditionDesk desk;
  private final Visitor visitor;
  private final Runnable changed;
  private final Latest work;
  private final StatePane state;
  private final CloseButton close;
  private final VBox rows = new VBox(8);
  private final VBox view;

  DocumentsDialog(Kit kit, AdditionDesk desk, Visitor visitor, List<Path> files, Runnable changed) {
    this.kit = kit;
    this.texts = kit.texts(DocumentsDialog.class);
    this.desk = desk;
    this.visitor = visitor;
    this.changed = changed;
    this.work = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    Label heading = new Label(texts.get("documents.title", visitor.name()));
    heading.getStyleClass().add("cs-dialog-title");
    close = new CloseButton(kit, "documents-close");
    ScrollPane scroll = new ScrollPane(state);
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(320);
    view = new VBox(heading, scroll, close.bar());
    view.getStyleClass().addAll("cs-dialog", "cs-wide");
    read(files);
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    return close;
  }

  @Override
  public void cancelled() {
    work.stop();
    changed.run();
  }

  private void read(List<Path> files) {
    Running running =
        work.start(
            progress -> desk.documents(visitor, files, progress),
            added -> {
              added.forEach(one -> rows.getChildren().add(row(one)));
              state.show(rows);
              changed.run();
            },
            fault -> state.failed(fault, () -> read(files)));
    state.busy(texts.bind("documents.reading"), running, () -> kit.overlay().cancel());
  }

  private Node row(AdditionDesk.Added added) {
    return switch (added) {
      case AdditionDesk.Added.Waiting(var kind, var title) ->
          line(Material2AL.CHECK_CIRCLE, "cs-proven", texts.get("added.waiting", title));
      case AdditionDesk.Added.Known(var kind, var title) ->
          line(Material2AL.INFO, "cs-unknown", texts.get("added.known", title));
      case AdditionDesk.Added.OtherPatient other -> otherPatient(other);
      case AdditionDesk.Added.Refused(var name, var fault) -> {
        FaultLabel label = new FaultLabel(kit);
        label.show(fault);
        yield new VBox(4, line(Material2AL.CANCEL, "cs-failed", name), label);
      }
    };
  }

  private Node otherPatient(AdditionDesk.Added.OtherPatient other) {
    VBox box = new VBox(4);
    boolean sure = other.match().verdict() == MatchExplanation.Verdict.OTHER;
    box.getChildren()
        .add(
            line(
                Material2MZ.WARNING,
                "cs-caution",
                texts.get(sure ? "added.other" : "added.unsure", other.entry().title())));
    for (MatchExplanation.FieldMatch field : other.match().fields()) {
      Label label =
          new Label(
              texts.get(
                  "match",
                  texts.word("field", field.field()),
                  texts.word("comparison", field.comparison()),
                  field.document(),
                  field.card()));
      label.setWrapText(true);
      label.getStyleClass().add("cs-quiet");
      box.getChildren().add(label);
    }
    Button anyway = new Button(texts.get("added.anyway"));
    anyway.setOnAction(pressed ->
        work.start(
            progress -> desk.anyway(visitor, other.entry()),
            now -> {
              rows.getChildren().set(rows.getChildren().indexOf(box), row(now));
              changed.run();
            },
            fault -> {
              FaultLabel label = new FaultLabel(kit);
              label.show(fault);
              box.getChildren().add(label);
            }));
    box.getChildren().add(anyway);
    return box;
  }

  private static HBox line(Ikon icon, String style, String words) {
    FontIcon graphic = new FontIcon(icon);
    graphic.getStyleClass().add(style);
    Label label = new Label(words);
    label.setWrapText(true);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(8, graphic, label);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
