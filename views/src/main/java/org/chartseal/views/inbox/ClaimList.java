package org.chartseal.views.inbox;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.layout.ListAndDetail;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.table.Cells;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The organisation's claims with one of them in detail; drafts can be sent. */
final class ClaimList extends BorderPane {

  private static final String NOTHING = "–";

  /** With less, its columns would be cut. */
  private static final double LIST = 680;

  private final Kit kit;
  private final Texts texts;
  private final MailTable<ClaimItem> table;
  private final ClaimPane pane;
  private final ListAndDetail split;
  private final Button send = new Button();
  private final FaultLabel fault;
  private final StatePane state;

  /**
   * @param rules what insurers decided by
   * @param sent called when the drafts are to be sent
   */
  ClaimList(Kit kit, RuleSentences rules, InboxModel model, Runnable sent) {
    this.kit = kit;
    this.texts = kit.texts(ClaimList.class);
    this.pane = new ClaimPane(kit, rules);
    this.state = new StatePane(kit);
    InboxWords words = new InboxWords(kit);
    this.table =
        new MailTable<ClaimItem>(texts, ClaimItem::claim)
            .marks("column.state", 150, words::stage, item -> model.isFresh(item.news()))
            .words("column.patient", 150, ClaimItem::patient)
            .words("column.insurer", 150, ClaimItem::insurer)
            .days("column.made", item -> kit.formats().day(item.made()))
            .amounts("column.total", item -> kit.formats().money(item.total()))
            .amounts("column.payer", item -> amount(amounts(item).map(LineAmounts::payer)));
    table.setId("claims");
    table.accessibleTextProperty().bind(texts.bind("claims"));
    table.getSelectionModel().selectedItemProperty().subscribe(pane::show);
    split = new ListAndDetail(table, pane, LIST);
    send.setId("claims-send");
    send.getStyleClass().add("accent");
    send.setGraphic(new FontIcon(Material2MZ.SEND));
    send.setOnAction(pressed -> sent.run());
    this.fault = new FaultLabel(kit);
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    HBox bar = new HBox(8, send, fault);
    bar.getStyleClass().addAll("cs-toolbar", "cs-inbox-bar");
    bar.visibleProperty().bind(send.visibleProperty());
    bar.managedProperty().bind(send.visibleProperty());
    send.setVisible(false);
    setTop(bar);
    setCenter(state);
  }

  void show(List<ClaimItem> claims) {
    int drafts =
        (int) claims.stream().filter(item -> item.stage() == ClaimItem.Stage.DRAFT).count();
    send.setVisible(drafts > 0);
    send.setText(texts.get("send", drafts));
    if (claims.isEmpty()) {
      state.empty(Material2AL.INBOX, texts.bind("claims.empty"), texts.bind("claims.empty.words"));
      return;
    }
    table.show(claims);
    state.show(split);
  }

  /** Shows one of them in detail, if it is there. */
  void choose(Hash32 claim) {
    table.choose(claim);
  }

  /** While drafts are being sent, they are not sent again. */
  void sending() {
    send.setDisable(true);
    fault.setVisible(false);
  }

  void sent() {
    send.setDisable(false);
    fault.setVisible(false);
  }

  void unsent(Fault why) {
    send.setDisable(false);
    fault.show(why);
    fault.setVisible(true);
  }

  /** Says everything anew, in the language of now. */
  void retell() {
    Cells.renew(table);
    pane.show(table.getSelectionModel().getSelectedItem());
  }

  private static Optional<LineAmounts> amounts(ClaimItem item) {
    return item.verdict().flatMap(ClaimItem.Verdict::amounts);
  }

  private String amount(Optional<Money> amount) {
    return amount.map(kit.formats()::money).orElse(NOTHING);
  }
}
