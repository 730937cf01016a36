package org.chartseal.views.kit.export;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.report.Report;
import org.chartseal.services.report.ReportPrinter;
import org.chartseal.services.report.ReportPrinter.Printer;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.form.Choice;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** On which printer, and how often; then that it is on its way. */
final class PrintDialog implements Overlay.Dialog {

  private static final double WIDTH = 480;
  private static final int MOST_COPIES = 99;

  private final Kit kit;
  private final Texts texts;
  private final Saver.Making<Report> making;
  private final Runnable save;
  private final Latest work;
  private final StatePane state;
  private final ComboBox<Printer> printers;
  private final Spinner<Integer> copies = new Spinner<>(1, MOST_COPIES, 1);
  private final Button print = new Button();
  private final Button close = new Button();
  private final VBox view;
  private boolean printing;

  /**
   * @param save saves the same as PDF instead
   */
  PrintDialog(Kit kit, String title, Saver.Making<Report> making, Runnable save) {
    this.kit = kit;
    this.texts = kit.texts(PrintDialog.class);
    this.making = making;
    this.save = save;
    this.work = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.printers = Choice.of(kit, List.of(), Printer::name);
    printers.setId("print-printer");
    printers.setMaxWidth(Double.MAX_VALUE);
    copies.setId("print-copies");
    copies.setAccessibleText(texts.get("print.copies"));
    print.setId("print-go");
    print.setText(texts.get("print.go"));
    print.setDefaultButton(true);
    print.getStyleClass().add("accent");
    print.managedProperty().bind(print.visibleProperty());
    print.setOnAction(pressed -> print());
    close.setId("print-close");
    close.setOnAction(pressed -> kit.overlay().cancel());
    Label heading = new Label(title);
    heading.getStyleClass().add("cs-dialog-title");
    heading.setWrapText(true);
    HBox buttons = new HBox(close, print);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox.setVgrow(state, Priority.ALWAYS);
    view = new VBox(heading, state, buttons);
    view.setId("print");
    view.setPrefWidth(WIDTH);
    view.getStyleClass().add("cs-dialog");
    find();
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
  public boolean stays() {
    return printing;
  }

  @Override
  public void cancelled() {
    work.stop();
  }

  private void find() {
    unready(texts.get("print.cancel"));
    Running running =
        work.start(
            progress -> kit.exports().printers().printers(),
            this::offer,
            fault -> state.failed(fault, this::find));
    state.busy(texts.bind("print.looking"), running, kit.overlay()::cancel);
  }

  private void offer(List<Printer> found) {
    if (found.isEmpty()) {
      Button instead = new Button(texts.get("print.save"));
      instead.setId("print-save");
      instead.setOnAction(pressed -> {
        kit.overlay().close();
        save.run();
      });
      state.empty(
          Material2MZ.PRINT, texts.bind("print.none"), texts.bind("print.none.words"), instead);
      kit.focus(instead);
      return;
    }
    printers.getItems().setAll(found);
    printers.getSelectionModel().selectFirst();
    GridPane form = new GridPane();
    form.getStyleClass().add("cs-facts");
    row(form, 0, texts.get("print.printer"), printers);
    row(form, 1, texts.get("print.copies"), copies);
    Label warning = new Label(texts.get("print.warning"), icon(Material2MZ.WARNING, "cs-caution"));
    warning.setWrapText(true);
    warning.setMinHeight(Region.USE_PREF_SIZE);
    state.show(new VBox(16, form, warning));
    print.setVisible(true);
    kit.focus(print);
  }

  private void print() {
    Printer printer = printers.getValue();
    int times = copies.getValue();
    unready(texts.get("print.cancel"));
    Running running =
        work.start(
            progress -> {
              ReportPrinter to = kit.exports().printers();
              byte[] pdf = kit.exports().reports().pdf(making.make(progress), progress);
              to.print(printer, pdf, times, progress);
              return printer;
            },
            done -> printed(done, times),
            this::refused);
    printing = true;
    close.setDisable(true);
    state.busy(
        texts.bind("print.printing", printer.name()),
        running,
        () -> refused(ReportPrinter.STOPPED));
  }

  private void refused(Fault fault) {
    printing = false;
    close.setDisable(false);
    // A printer may have come or gone meanwhile.
    state.failed(fault, this::find);
    kit.focus(close);
  }

  private void printed(Printer printer, int times) {
    printing = false;
    close.setDisable(false);
    unready(texts.get("print.close"));
    Label done =
        new Label(
            texts.get("print.done", printer.name(), times),
            icon(Material2AL.CHECK_CIRCLE, "cs-proven"));
    done.setId("print-done");
    done.setWrapText(true);
    state.show(done);
    kit.focus(close);
  }

  private void unready(String closing) {
    print.setVisible(false);
    close.setText(closing);
  }

  private static void row(GridPane form, int row, String name, Node control) {
    Label label = new Label(name);
    label.getStyleClass().add("cs-quiet");
    label.setLabelFor(control);
    control.setAccessibleText(name);
    GridPane.setHgrow(control, Priority.ALWAYS);
    form.addRow(row, label, control);
  }

  private static FontIcon icon(Ikon code, String style) {
    FontIcon icon = new FontIcon(code);
    icon.getStyleClass().add(style);
    return icon;
  }
}
