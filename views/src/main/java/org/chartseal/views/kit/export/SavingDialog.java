package org.chartseal.views.kit.export;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.CloseButton;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A file on its way to the disk, and that it is there. */
final class SavingDialog implements Overlay.Dialog {

  private static final double WIDTH = 480;

  private static final Fault STOPPED =
      new Fault("CS-VIEW-03", "Saving was stopped. Nothing was written.");

  private final Kit kit;
  private final Texts texts;
  private final Path file;
  private final Exports.Files files;
  private final Saver.Making<Saver.Made> making;
  private final Latest work;
  private final StatePane state;
  private final CloseButton close;
  private final VBox view;

  SavingDialog(Kit kit, Path file, Exports.Files files, Saver.Making<Saver.Made> making) {
    this.kit = kit;
    this.texts = kit.texts(SavingDialog.class);
    this.file = file;
    this.files = files;
    this.making = making;
    this.work = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.close = new CloseButton(kit, "saving-close");
    VBox.setVgrow(state, Priority.ALWAYS);
    view = new VBox(state, close.bar());
    view.setId("saving");
    view.setPrefWidth(WIDTH);
    view.getStyleClass().add("cs-dialog");
    begin();
  }

  @Override
  public Region view() {
    return view;
  }

  /** Not what stops it: an Enter too many would. */
  @Override
  public Node firstFocus() {
    return view;
  }

  @Override
  public void cancelled() {
    work.stop();
  }

  private void begin() {
    close.setVisible(false);
    Running running =
        work.start(
            this::write,
            this::saved,
            fault -> {
              close.setVisible(true);
              state.failed(fault, this::begin);
            });
    state.busy(texts.bind("saving"), running, kit.overlay()::cancel);
  }

  private String write(Progress progress) throws RefusedException {
    Saver.Made made = making.make(progress);
    if (!progress.step(1, 1, "writing the file")) {
      throw new RefusedException(STOPPED);
    }
    files.write(file, made.bytes());
    return made.remark();
  }

  private void saved(String remark) {
    Label heading =
        new Label(
            texts.get("saved", String.valueOf(file.getFileName())),
            icon(Material2AL.CHECK_CIRCLE, "cs-proven"));
    heading.setWrapText(true);
    heading.getStyleClass().add("cs-dialog-title");
    Label where = words(texts.get("saved.where", String.valueOf(file.toAbsolutePath())));
    where.setId("saving-where");
    Label warning = words(texts.get("saved.warning"));
    warning.setId("saving-warning");
    warning.setGraphic(icon(Material2MZ.WARNING, "cs-caution"));
    VBox box = new VBox(8, heading, where);
    if (!remark.isEmpty()) {
      Label more = words(remark);
      more.setId("saving-remark");
      box.getChildren().add(more);
    }
    box.getChildren().add(warning);
    state.show(box);
    close.setVisible(true);
    close.requestFocus();
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static FontIcon icon(Ikon code, String style) {
    FontIcon icon = new FontIcon(code);
    icon.getStyleClass().add(style);
    return icon;
  }
}
