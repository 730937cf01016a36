package org.chartseal.views.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.patient.PersonText;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Who sits in the chair, why that is believed, and the one thing to do next. */
final class VisitorView extends VBox {

  /** What can be done. */
  interface Choices {
    void goOn(Standing standing);

    void confirm();

    void leave();
  }

  private final Kit kit;
  private final Texts texts;
  private final Choices choices;
  private final FaultLabel fault;
  private final Button primary = new Button();
  private final Label consent = new Label();
  private final Label still = new Label();
  private boolean asked;

  /** Whether the one thing to do next takes the keyboard when it is known what that is. */
  private boolean eager = true;

  VisitorView(Kit kit, Visitor visitor, Choices choices) {
    this.kit = kit;
    this.texts = kit.texts(VisitorView.class);
    this.choices = choices;
    this.fault = new FaultLabel(kit);
    getStyleClass().add("cs-page");
    setAlignment(Pos.TOP_CENTER);
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    consent.setWrapText(true);
    consent.setMinHeight(USE_PREF_SIZE);
    consent.setId("standing");

    still.setId("visitor-still");
    still.setWrapText(true);
    still.setMinHeight(USE_PREF_SIZE);
    still.getStyleClass().add("cs-strong");
    FontIcon look = new FontIcon(Material2AL.ERROR_OUTLINE);
    look.getStyleClass().add("cs-caution");
    still.setGraphic(look);
    still.textProperty().bind(texts.bind("visitor.still"));
    still.managedProperty().bind(still.visibleProperty());
    still.setVisible(false);

    VBox card =
        new VBox(who(visitor), still, facts(visitor), checks(visitor), consent, fault, buttons());
    card.getStyleClass().addAll("cs-card", "cs-visitor");
    card.setMaxWidth(640);
    getChildren().add(card);
    if (visitor.acquaintance() == Visitor.Acquaintance.FIRST_VISIT) {
      consent.textProperty().bind(texts.bind("visitor.first"));
      primary.textProperty().bind(texts.bind("visitor.confirm"));
      primary.setOnAction(pressed -> choices.confirm());
    } else {
      consent.textProperty().bind(texts.bind("visitor.looking"));
      primary.textProperty().bind(texts.bind("visitor.ask"));
      primary.setOnAction(pressed -> askEarly());
    }
  }

  /** The one thing to do next has the keyboard. */
  void focus() {
    kit.focus(primary);
  }

  /** The patient was in the chair before. Enter does nothing until whoever is here has looked. */
  void askWhetherStillThere() {
    still.setVisible(true);
    eager = false;
    primary.setDefaultButton(false);
    // What there is to look at is read out first.
    still.setFocusTraversable(true);
    kit.focus(still);
  }

  /**
   * Shows where the organisation stands with the patient, and offers what follows. Who asked for
   * the record before that was known is taken on, but only to asking.
   */
  void standing(Standing standing) {
    ConsentWords words = new ConsentWords(kit);
    switch (standing) {
      case Standing.NotAsked notAsked -> {
        consent.textProperty().bind(texts.bind("visitor.none"));
        primary.textProperty().bind(texts.bind("visitor.ask"));
      }
      case Standing.Over(var ending, var at) -> {
        say(consent, () -> texts.get(key(ending), kit.formats().moment(at)));
        primary.textProperty().bind(texts.bind("visitor.again"));
      }
      case Standing.Waiting(var terms) -> {
        say(consent, () -> texts.get("visitor.asked", words.sentence(terms)));
        primary.textProperty().bind(texts.bind("visitor.wait"));
      }
      case Standing.Granted(var terms) -> {
        say(consent, () -> texts.get("visitor.granted", words.until(terms.until(), Instant.now())));
        primary.textProperty().bind(texts.bind("visitor.open"));
      }
    }
    primary.setOnAction(pressed -> choices.goOn(standing));
    boolean asks = standing instanceof Standing.NotAsked || standing instanceof Standing.Over;
    if (asked && asks) {
      choices.goOn(standing);
    } else if (eager) {
      focus();
    }
  }

  /** Before it is known whether there is anything to ask for. */
  private void askEarly() {
    asked = true;
    consent.textProperty().bind(texts.bind("visitor.looking.ask"));
  }

  private static String key(Standing.Ending ending) {
    return switch (ending) {
      case REVOKED -> "visitor.revoked";
      case EXPIRED -> "visitor.expired";
    };
  }

  /** The consent could not be looked up. */
  void refused(Fault why) {
    consent.textProperty().unbind();
    consent.setText("");
    primary.setDisable(true);
    fault.show(why);
    fault.setVisible(true);
  }

  private VBox who(Visitor visitor) {
    PersonText text = new PersonText(kit);
    Label name = new Label();
    say(name, () -> text.line(visitor.card().card().person(), LocalDate.now(kit.formats().zone())));
    name.setId("visitor-name");
    name.getStyleClass().add("cs-title");
    return new VBox(name);
  }

  private GridPane facts(Visitor visitor) {
    PatientDetails person = visitor.card().card().person();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cs-facts");
    int row = 0;
    PersonText text = new PersonText(kit);
    row = fact(grid, row, () -> texts.get("visitor.born"), () -> text.born(person));
    for (var numbers : PersonText.numbers(person).entrySet()) {
      row = fact(grid, row, () -> text.number(numbers.getKey()), numbers::getValue);
    }
    fact(
        grid,
        row,
        () -> texts.get("visitor.issued"),
        () ->
            texts.get(
                "visitor.issuer",
                visitor.issuer(),
                kit.formats().day(visitor.card().card().issuedAt())));
    return grid;
  }

  private VBox checks(Visitor visitor) {
    VBox checks = new VBox(4);
    checks.getChildren().add(check(texts.bind("visitor.check.signature")));
    checks.getChildren().add(check(texts.bind("visitor.check.issuer", visitor.issuer())));
    if (visitor.acquaintance() == Visitor.Acquaintance.KNOWN) {
      checks.getChildren().add(check(texts.bind("visitor.check.known")));
    }
    return checks;
  }

  private void say(Labeled label, Supplier<String> words) {
    label.textProperty().bind(kit.localisation().spoken(words));
  }

  private static HBox check(ObservableValue<String> words) {
    Label said = new Label();
    said.textProperty().bind(words);
    FontIcon icon = new FontIcon(Material2AL.CHECK_CIRCLE);
    icon.getStyleClass().add("cs-proven");
    HBox line = new HBox(8, icon, said);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private HBox buttons() {
    primary.setId("visit-go-on");
    primary.setDefaultButton(true);
    primary.getStyleClass().add("accent");
    Button leave = new Button();
    leave.setId("visit-leave");
    leave.textProperty().bind(texts.bind("visitor.leave"));
    leave.setOnAction(pressed -> choices.leave());
    HBox buttons = new HBox(leave, primary);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private int fact(GridPane grid, int row, Supplier<String> name, Supplier<String> value) {
    Label label = new Label();
    say(label, name);
    label.getStyleClass().add("cs-quiet");
    label.setMinWidth(USE_PREF_SIZE);
    Label said = new Label();
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    say(said, value);
    grid.addRow(row, label, said);
    return row + 1;
  }
}
