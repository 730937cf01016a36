package org.chartseal.views.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.claims.ClaimOutcome;
import org.chartseal.services.claims.Money;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.form.Choice;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Bills a visit: to whom, which lines, what the insurer will see and with which key it is signed;
 * then makes and sends the claim in one step, and says what became of it.
 */
final class BillDialog implements Overlay.Dialog {

  private static final int SHORT = 16;

  private final Kit kit;
  private final Texts texts;
  private final BillDesk desk;
  private final Runnable billed;
  private final Latest work;
  private final StatePane state;
  private final FaultLabel fault;
  private final ComboBox<BillDesk.Payer> payer;
  private final TextField member = new TextField();
  private final Label signed = new Label();
  private final Label underway = new Label();
  private final GridPane form = new GridPane();
  private final Button cancel = new Button();
  private final Button send = new Button();
  private final HBox buttons = new HBox(cancel, send);
  private final VBox view = new VBox();
  private boolean sending;

  BillDialog(Kit kit, BillDesk desk, Runnable billed) {
    this.kit = kit;
    this.texts = kit.texts(BillDialog.class);
    this.desk = desk;
    this.billed = billed;
    this.work = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.fault = new FaultLabel(kit);
    this.payer = Choice.of(kit, List.of(), BillDesk.Payer::name);
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    build();
    ask();
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    return cancel;
  }

  @Override
  public boolean stays() {
    return sending;
  }

  @Override
  public void cancelled() {
    if (sending) {
      // What is signed goes through; it is told when it ends, though nobody looks here any more.
      return;
    }
    work.stop();
  }

  private void build() {
    BillDesk.Visit visit = desk.visit();
    Label heading = new Label(texts.get("title", visit.patient()));
    heading.getStyleClass().add("cs-dialog-title");
    heading.setWrapText(true);
    Label entry =
        new Label(texts.get("entry", kit.formats().clinicalDay(visit.date()), visit.title()));
    entry.getStyleClass().add("cs-quiet");
    entry.setWrapText(true);
    payer.setId("bill-insurer");
    payer.setPrefWidth(320);
    payer.setAccessibleText(texts.get("insurer"));
    payer.valueProperty().subscribe(this::chosen);
    member.setId("bill-member");
    member.setPrefColumnCount(16);
    member.setAccessibleText(texts.get("member"));
    member.setPromptText(texts.get("member.prompt"));
    form.getStyleClass().add("cs-facts");
    form.addRow(0, name("insurer", payer), payer);
    form.addRow(1, name("member", member), member);
    form.setVisible(false);
    form.managedProperty().bind(form.visibleProperty());
    signed.setId("bill-signed");
    signed.setWrapText(true);
    signed.getStyleClass().add("cs-quiet");
    signed.managedProperty().bind(signed.visibleProperty());
    signed.setVisible(false);
    cancel.setId("bill-cancel");
    cancel.setText(texts.get("cancel"));
    cancel.setOnAction(pressed -> kit.overlay().cancel());
    underway.setId("bill-underway");
    underway.setText(texts.get("underway"));
    underway.setWrapText(true);
    underway.getStyleClass().add("cs-quiet");
    underway.setVisible(false);
    underway.managedProperty().bind(underway.visibleProperty());
    send.setId("bill-send");
    send.setText(texts.get("send"));
    send.getStyleClass().add("accent");
    send.setDisable(true);
    send.setOnAction(pressed -> send());
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    view.getChildren().addAll(heading, entry, form, state, signed, underway, fault, buttons);
    view.getStyleClass().addAll("cs-dialog", "cs-wide");
  }

  private Label name(String key, Node of) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add("cs-quiet");
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setLabelFor(of);
    return name;
  }

  private void ask() {
    Running running =
        work.start(progress -> desk.form(), this::offer, why -> state.failed(why, this::ask));
    state.busy(texts.bind("looking"), running, () -> kit.overlay().cancel());
  }

  private void offer(BillDesk.Form found) {
    if (found.payers().isEmpty()) {
      state.empty(Material2AL.BUSINESS, texts.bind("nobody"), texts.bind("nobody.words"));
      return;
    }
    signed.setText(
        texts.get("signed", found.organisation(), found.key().value().hex().substring(0, SHORT)));
    form.setVisible(true);
    payer.getItems().setAll(found.payers());
    payer.setValue(
        found.payers().stream()
            .filter(one -> one.member().isPresent())
            .findFirst()
            .orElseGet(() -> found.payers().getFirst()));
  }

  private void chosen(BillDesk.@Nullable Payer to) {
    if (to != null) {
      member.setText(to.member().orElse(""));
      plan(to);
    }
  }

  private void plan(BillDesk.Payer to) {
    fault.setVisible(false);
    signed.setVisible(false);
    send.disableProperty().unbind();
    send.setDisable(true);
    Running running =
        work.start(progress -> desk.plan(to), this::show, why -> state.failed(why, () -> plan(to)));
    state.busy(texts.bind("planning"), running, () -> kit.overlay().cancel());
  }

  private void show(BillDesk.Plan plan) {
    send.setVisible(!plan.lines().isEmpty());
    send.setManaged(!plan.lines().isEmpty());
    cancel.setText(texts.get(plan.lines().isEmpty() ? "close" : "cancel"));
    if (plan.lines().isEmpty()) {
      VBox why = new VBox(8, leftOut(plan.leftOut()).toArray(Node[]::new));
      state.empty(Material2AL.FACT_CHECK, texts.bind("nothing"), texts.bind("nothing.words"), why);
      return;
    }
    Money total =
        plan.lines().stream()
            .map(BillDesk.Line::price)
            .reduce(Money::plus)
            .orElseThrow(() -> new IllegalStateException("a plan with lines has a total"));
    Label sum = new Label(texts.get("total", plan.lines().size(), kit.formats().money(total)));
    sum.setId("bill-total");
    sum.getStyleClass().add("cs-heading");
    HBox totals = new HBox(sum);
    totals.setAlignment(Pos.CENTER_RIGHT);
    VBox content = new VBox(8, new BillTable(kit, plan.lines()), totals);
    content.getChildren().addAll(leftOut(plan.leftOut()));
    content.getChildren().add(new Disclosed(kit, plan.lines()));
    state.show(content);
    signed.setVisible(true);
    send.disableProperty().bind(member.textProperty().map(String::isBlank));
    if (member.getText().isBlank()) {
      member.requestFocus();
    } else {
      send.requestFocus();
    }
  }

  /** Whatever is not billed is named, with the reason. */
  private List<Node> leftOut(List<ClaimOutcome.LeftOut> services) {
    List<Node> labels = new ArrayList<>();
    for (ClaimOutcome.LeftOut one : services) {
      Label label =
          new Label(
              texts.get(
                  "left",
                  one.service().display(),
                  kit.formats().day(one.service().day()),
                  texts.word("reason", one.reason())));
      label.getStyleClass().addAll("cs-quiet", "cs-bill-left");
      label.setWrapText(true);
      label.setGraphic(new FontIcon(Material2AL.INFO));
      labels.add(label);
    }
    return labels;
  }

  private void send() {
    BillDesk.Payer to = payer.getValue();
    String id = member.getText().strip();
    fault.setVisible(false);
    send.disableProperty().unbind();
    send.setDisable(true);
    form.setDisable(true);
    send.setText(texts.get("sending"));
    sending(true);
    work.start(
        progress -> desk.bill(to, id), outcome -> done(to, outcome), why -> refused(to, why));
  }

  private void sending(boolean is) {
    sending = is;
    cancel.setDisable(is);
    underway.setVisible(is);
  }

  /** Nothing was made; the plan may have changed meanwhile. */
  private void refused(BillDesk.Payer to, Fault why) {
    sending(false);
    form.setDisable(false);
    send.setText(texts.get("send"));
    plan(to);
    fault.show(why);
    fault.setVisible(true);
  }

  private void done(BillDesk.Payer to, BillDesk.Billed outcome) {
    sending(false);
    Optional<Fault> unsent = outcome.unsent();
    form.setVisible(false);
    signed.setVisible(false);
    String claim = ClaimWords.number(outcome.claim());
    String total = kit.formats().money(outcome.total());
    if (unsent.isEmpty()) {
      state.empty(
          Material2AL.CHECK_CIRCLE,
          texts.bind("sent", to.name()),
          texts.bind("sent.words", claim, outcome.lines(), total));
    } else {
      fault.show(unsent.get());
      fault.setVisible(true);
      state.empty(
          Material2MZ.PAUSE_CIRCLE_OUTLINE,
          texts.bind("unsent"),
          texts.bind("unsent.words", claim, outcome.lines(), total));
    }
    cancel.setText(texts.get("close"));
    cancel.setDefaultButton(true);
    buttons.getChildren().setAll(cancel);
    cancel.requestFocus();
    billed.run();
  }
}
