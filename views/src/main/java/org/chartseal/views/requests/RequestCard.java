package org.chartseal.views.requests;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.sending.SendingView;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** One request in plain words, with the ways to answer it. */
final class RequestCard extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final OfferWords words;
  private final Ask ask;
  private final Narrowing narrowing;
  private final NarrowPane narrow;
  private final String id;
  private final SendingView sending;
  private final VBox question = new VBox();
  private final Label title = wrapped("cs-dialog-title");
  private final Label answered = wrapped("cs-strong");
  private final Label given = wrapped("cs-plain-words");
  private final Button again;
  private @Nullable ConsentTerms terms;

  /** What the patient can answer. */
  record Answers(
      BiConsumer<Ask, ConsentTerms> approve, Consumer<Ask> refuse, Consumer<Ask> again) {}

  /**
   * @param number names the card's controls, which may not bear what others wrote
   */
  RequestCard(Kit kit, Ask ask, Narrowing narrowing, int number, Answers answers) {
    this.kit = kit;
    this.texts = kit.texts(RequestCard.class);
    this.words = new OfferWords(kit);
    this.ask = ask;
    this.narrowing = narrowing;
    this.id = Integer.toString(number);
    this.narrow = new NarrowPane(kit, ask.terms(), narrowing, id);
    this.sending = new SendingView(kit);
    getStyleClass().addAll("cs-card", "cs-request");
    setMaxWidth(760);
    Label asked = wrapped("cs-quiet");
    asked
        .textProperty()
        .bind(spoken(() -> texts.get("asked", kit.formats().moment(ask.askedAt()))));
    question.getStyleClass().add("cs-request-question");
    given.setId("given-" + id);
    this.again = button("again");
    again.setOnAction(pressed -> answers.again().accept(ask));
    getChildren().addAll(title, question, answered, given, sending, again, asked);
    ask(answers);
    unanswered();
  }

  /** It waits for an answer. */
  void unanswered() {
    title.textProperty().bind(texts.bind("title", ask.terms().grantee().display()));
    shown(question, true);
    shown(answered, false);
    shown(given, false);
    shown(sending, false);
    shown(again, false);
  }

  /** The patient's yes is to these terms. */
  void gives(ConsentTerms granted) {
    terms = granted;
  }

  /** It was answered, and the answer is so far. */
  void answered(RequestsDesk.Answer answer) {
    title.textProperty().bind(texts.bind("title.answered", ask.terms().grantee().display()));
    shown(question, false);
    shown(answered, true);
    shown(sending, true);
    shown(again, !answer.stands());
    answered
        .textProperty()
        .bind(
            texts.bind(
                switch (answer.kind()) {
                  case GRANTED -> answer.stands() ? "answered.granted" : "failed.granted";
                  case REFUSED -> answer.stands() ? "answered.refused" : "failed.refused";
                },
                ask.terms().grantee().display()));
    sending.show(answer.sent());
    ConsentTerms granted = terms;
    shown(given, granted != null && answer.stands());
    if (granted != null) {
      given
          .textProperty()
          .bind(
              spoken(
                  () -> answer.sent().isFinal() ? words.granted(granted) : words.coming(granted)));
    }
  }

  private void ask(Answers answers) {
    Label sentence = wrapped("cs-plain-words");
    sentence.setId("sentence-" + id);
    sentence.textProperty().bind(given(ConsentWordsOf.SENTENCE));
    Label closed = wrapped("cs-plain-words");
    closed.textProperty().bind(given(ConsentWordsOf.CLOSED));
    closed.setGraphic(new FontIcon(Material2AL.LOCK));
    if (!narrowing.isOpen()) {
      Label over = wrapped("cs-caution");
      over.textProperty().bind(texts.bind("over"));
      question.getChildren().addAll(sentence, over, buttons(refuse(answers)));
      return;
    }
    shown(narrow, false);
    Label none = wrapped("cs-caution");
    none.textProperty().bind(texts.bind("none"));
    ObservableValue<Boolean> empty = narrow.termsProperty().map(terms -> terms.classes().isEmpty());
    none.visibleProperty().bind(empty);
    none.managedProperty().bind(empty);
    sentence.visibleProperty().bind(empty.map(is -> !is));
    sentence.managedProperty().bind(sentence.visibleProperty());

    Button approve = button("approve");
    approve.getStyleClass().add("accent");
    approve.disableProperty().bind(empty);
    approve.setOnAction(pressed -> answers.approve().accept(ask, narrow.termsProperty().get()));
    Button less = button("less");
    less.setOnAction(pressed -> shown(narrow, !narrow.isVisible()));
    question
        .getChildren()
        .addAll(sentence, none, closed, buttons(approve, less, refuse(answers)), narrow);
  }

  private Button refuse(Answers answers) {
    Button refuse = button("refuse");
    refuse.setOnAction(pressed -> answers.refuse().accept(ask));
    return refuse;
  }

  private Button button(String key) {
    Button button = new Button();
    button.setId(key + "-" + id);
    button.textProperty().bind(texts.bind("action." + key));
    return button;
  }

  private static HBox buttons(Button... buttons) {
    HBox box = new HBox(buttons);
    box.getStyleClass().add("cs-buttons");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /** Which words about the terms. */
  private enum ConsentWordsOf {
    SENTENCE,
    CLOSED
  }

  /** Words about what would be given now; they follow the choice and the language. */
  private ObservableValue<String> given(ConsentWordsOf which) {
    return Bindings.createStringBinding(
        () -> {
          ConsentTerms terms = narrow.termsProperty().get();
          return switch (which) {
            case SENTENCE -> words.sentence(ask, terms);
            case CLOSED -> words.closed(terms);
          };
        },
        narrow.termsProperty(),
        kit.localisation().languageProperty());
  }

  private ObservableValue<String> spoken(Callable<String> words) {
    return Bindings.createStringBinding(words, kit.localisation().languageProperty());
  }

  private static Label wrapped(String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private static void shown(Region node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
