package org.chartseal.views.myrecord;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.LineWords;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.text.Texts;

/** A bill as its patient needs it: billed, paid by the insurer, your share; line by line. */
final class CostsPane extends ScrollPane {

  private static final int AMOUNTS = 3;

  private final Kit kit;
  private final Texts texts;
  private final GridPane grid = new GridPane();
  private final Label paid = new Label();
  private int row;

  CostsPane(Kit kit, MyCosts costs, LineWords words) {
    this.kit = kit;
    this.texts = kit.texts(CostsPane.class);
    setId("my-costs");
    setFitToWidth(true);
    grid.setId("my-costs-lines");
    grid.getStyleClass().add("cs-costs");
    ColumnConstraints service = new ColumnConstraints();
    service.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(service);
    for (int i = 0; i < AMOUNTS; i++) {
      ColumnConstraints amount = new ColumnConstraints();
      amount.setHalignment(HPos.RIGHT);
      amount.setMinWidth(Region.USE_PREF_SIZE);
      grid.getColumnConstraints().add(amount);
    }
    grid.addRow(
        row++,
        label(texts.get("costs.service"), "cs-quiet"),
        label(texts.get("costs.billed"), "cs-quiet"),
        label(texts.get("costs.payer"), "cs-quiet"),
        label(texts.get("costs.share"), "cs-quiet"));
    sum(label(texts.get("costs.total"), "cs-strong"), costs.total(), "cs-strong");
    rest(costs.total());
    costs.lines().forEach(line -> line(line, words.explanation(line.decided(), costs.rulings())));
    paid.setId("my-costs-paid");
    paid.setWrapText(true);
    paid.setMinHeight(Region.USE_PREF_SIZE);
    paid.setText(texts.get("costs.paid.checking"));
    VBox view = new VBox(paid, grid);
    view.getStyleClass().add("cs-costs-page");
    setContent(view);
  }

  /** What is proven to be paid. */
  void paid(Optional<ClaimPayment> payment) {
    paid.setText(
        payment
            .map(known ->
                known.reversed().isZero()
                    ? texts.get("costs.paid", kit.formats().money(known.paid()))
                    : texts.get(
                        "costs.paid.reversed",
                        kit.formats().money(known.paid()),
                        kit.formats().money(known.reversed())))
            .orElseGet(() -> texts.get("costs.paid.none")));
  }

  /** Why it is not known what is paid. */
  void unknown(Fault fault) {
    paid.setText(
        texts.get(
            "costs.paid.unknown",
            new FaultTexts(kit.localisation()).sentence(fault),
            fault.code()));
  }

  private void line(MyCosts.Line line, String explanation) {
    Label service =
        label(texts.get("costs.line", line.service(), kit.formats().day(line.day())), "");
    sum(service, line.amounts(), "");
    Label why = label(explanation, "cs-quiet");
    grid.add(why, 0, row++, 1 + AMOUNTS, 1);
  }

  private void sum(Label name, LineAmounts amounts, String style) {
    grid.addRow(
        row++,
        name,
        amount(amounts.billed(), style),
        amount(amounts.payer(), style),
        amount(amounts.patient(), style));
  }

  /** What of the bill neither the insurer nor the patient pays, so that it adds up. */
  private void rest(LineAmounts total) {
    rest("costs.writeOff", total.writeOff());
    rest("costs.secondary", total.secondary());
    rest("costs.pending", total.pending());
  }

  private void rest(String key, Money money) {
    if (!money.isZero()) {
      grid.add(
          label(texts.get(key, kit.formats().money(money)), "cs-quiet"), 0, row++, 1 + AMOUNTS, 1);
    }
  }

  private Label amount(Money money, String style) {
    Label label = label(kit.formats().money(money), style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label label(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    return label;
  }
}
