package org.chartseal.views.claim;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.PlanCeiling;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.claim.RulingDrafts.Draft;
import org.chartseal.views.claim.RulingDrafts.Verdict;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/** A person decides a line, with a written reason that hospital and patient will read. */
final class RulingForm extends VBox {

  private static final int LONGEST_REASON = 2_000;
  private static final Pattern CODE =
      Pattern.compile("(CO|PR|OA|PI)-([0-9]{1,3}|[A-Z][0-9]{1,2})(?:/([A-Z]{1,2}[0-9]{1,4}))?");

  private final Texts texts;
  private final RulingDrafts drafts;
  private final Hash32 claim;
  private final ServiceLine line;
  private final Draft blank;
  private final RadioButton approve = new RadioButton();
  private final RadioButton deny = new RadioButton();
  private final TextField amount = new TextField();
  private final TextField code = new TextField();
  private final TextArea reason = new TextArea();
  private final TextField person = new TextField();
  private final Label missing = new Label();

  /** What is ruled on: a line of a claim, of which the plan recognises so much at most. */
  record Subject(Hash32 claim, ServiceLine line, PlanCeiling ceiling) {}

  /**
   * @param drafts what was typed before stands in the form again
   */
  RulingForm(Kit kit, Subject subject, RulingDrafts drafts, Consumer<RulingOrder> ruler) {
    this.texts = kit.texts(RulingForm.class);
    this.drafts = drafts;
    this.claim = subject.claim();
    this.line = subject.line();
    PlanCeiling ceiling = subject.ceiling();
    this.blank = new Draft(Verdict.APPROVE, ceiling.most().decimal().toPlainString(), "", "", "");
    getStyleClass().addAll("cs-card");
    setId("ruling");
    Label title = new Label(texts.get("ruling.title"));
    title.getStyleClass().add("cs-strong");
    Label words = new Label(texts.get("ruling.words"));
    words.getStyleClass().add("cs-quiet");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);

    ToggleGroup verdict = new ToggleGroup();
    approve.setId("ruling-approve");
    approve.setText(texts.get("ruling.approve"));
    approve.setToggleGroup(verdict);
    approve.setMinWidth(Region.USE_PREF_SIZE);
    deny.setId("ruling-deny");
    deny.setText(texts.get("ruling.deny"));
    deny.setToggleGroup(verdict);
    deny.setMinWidth(Region.USE_PREF_SIZE);
    field(amount, "ruling-amount", texts.get("ruling.amount"), 120);
    field(code, "ruling-code", texts.get("ruling.code"), 168);
    amount.disableProperty().bind(approve.selectedProperty().not());
    code.disableProperty().bind(deny.selectedProperty().not());
    Label most =
        new Label(
            texts.get(
                ceiling.listed() ? "ruling.listed" : "ruling.unlisted",
                kit.formats().money(ceiling.most())));
    most.getStyleClass().add("cs-quiet");
    most.setWrapText(true);
    most.setMinHeight(Region.USE_PREF_SIZE);

    reason.setId("ruling-reason");
    reason.setAccessibleText(texts.get("ruling.reason"));
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    reason.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveReason);
    person.setId("ruling-person");
    person.setAccessibleText(texts.get("ruling.person"));
    Button sign = new Button(texts.get("ruling.sign"));
    sign.setId("ruling-sign");
    sign.getStyleClass().add("accent");
    sign.setMinWidth(Region.USE_PREF_SIZE);
    missing.getStyleClass().add("cs-quiet");
    missing.setWrapText(true);
    missing.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(missing, Priority.ALWAYS);
    missing.setMaxWidth(Double.MAX_VALUE);
    BooleanBinding incomplete =
        Bindings.createBooleanBinding(
            () -> !missing().isEmpty(),
            approve.selectedProperty(),
            amount.textProperty(),
            code.textProperty(),
            reason.textProperty(),
            person.textProperty());
    sign.disableProperty().bind(incomplete);
    missing
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::missing,
                incomplete,
                reason.textProperty(),
                person.textProperty(),
                amount.textProperty(),
                code.textProperty(),
                approve.selectedProperty()));
    sign.setOnAction(pressed ->
        wish()
            .ifPresent(wish ->
                ruler.accept(
                    new RulingOrder(
                        claim,
                        line.sequence(),
                        wish,
                        reason.getText().strip(),
                        person.getText().strip()))));
    fill(drafts.of(claim, line.sequence()).orElse(blank));
    Button discard = new Button(texts.get("ruling.discard"));
    discard.setId("ruling-discard");
    discard.getStyleClass().add("flat");
    discard.setMinWidth(Region.USE_PREF_SIZE);
    discard.managedProperty().bind(discard.visibleProperty());
    discard.setOnAction(pressed -> fill(blank));
    approve.selectedProperty().subscribe(() -> keep(discard));
    amount.textProperty().subscribe(() -> keep(discard));
    code.textProperty().subscribe(() -> keep(discard));
    reason.textProperty().subscribe(() -> keep(discard));
    person.textProperty().subscribe(() -> keep(discard));
    keep(discard);
    getChildren()
        .addAll(
            title,
            words,
            row(approve, amount),
            most,
            row(deny, code),
            named(texts.get("ruling.reason"), reason),
            named(texts.get("ruling.person"), person),
            row(missing, discard, sign));
  }

  private void fill(Draft draft) {
    amount.setText(draft.amount());
    code.setText(draft.code());
    reason.setText(draft.reason());
    person.setText(draft.person());
    (draft.verdict() == Verdict.APPROVE ? approve : deny).setSelected(true);
  }

  /** Keeps what stands in the form, unless that is what stood there at first. */
  private void keep(Button discard) {
    Draft now =
        new Draft(
            approve.isSelected() ? Verdict.APPROVE : Verdict.DENY,
            amount.getText(),
            code.getText(),
            reason.getText(),
            person.getText());
    boolean typed = !now.equals(blank);
    discard.setVisible(typed);
    if (typed) {
      drafts.keep(claim, line.sequence(), now);
    } else {
      drafts.drop(claim, line.sequence());
    }
  }

  /** What is still to be done before it can be signed; nothing is greyed out without saying why. */
  private String missing() {
    if (wish().isEmpty()) {
      return texts.get(approve.isSelected() ? "ruling.need.amount" : "ruling.need.code");
    }
    if (reason.getText().isBlank() || reason.getText().length() > LONGEST_REASON) {
      return texts.get("ruling.need.reason");
    }
    return person.getText().isBlank() ? texts.get("ruling.need.person") : "";
  }

  private Optional<RulingOrder.Wish> wish() {
    if (approve.isSelected()) {
      try {
        Money allowed = Money.parse(amount.getText().strip(), line.billed().currency());
        boolean possible = allowed.cents() > 0 && allowed.compareTo(line.billed()) <= 0;
        return possible ? Optional.of(new RulingOrder.Wish.Approve(allowed)) : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    Matcher found = CODE.matcher(code.getText().strip());
    return found.matches()
        ? Optional.of(
            new RulingOrder.Wish.Deny(
                new AdjustmentReason(
                    found.group(1),
                    found.group(2),
                    Optional.ofNullable(found.group(3)).orElse(""))))
        : Optional.empty();
  }

  private static void field(TextField field, String id, String words, double width) {
    field.setId(id);
    field.setPromptText(words);
    field.setAccessibleText(words);
    field.setPrefWidth(width);
  }

  private static VBox named(String name, Control control) {
    Label label = new Label(name);
    label.getStyleClass().add("cs-quiet");
    label.setLabelFor(control);
    return new VBox(4, label, control);
  }

  private static HBox row(javafx.scene.Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A tabulator goes on, as in every other field; hospital and patient read none. */
  private void leaveReason(KeyEvent key) {
    if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
      key.consume();
      reason.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }
}
