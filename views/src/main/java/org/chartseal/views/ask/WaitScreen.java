package org.chartseal.views.ask;

import java.time.Instant;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;

/** Waits for the patient's answer, and says what is happening. */
public final class WaitScreen implements Screen {

  private static final Duration EVERY = Duration.seconds(1);

  private final Kit kit;
  private final Texts texts;
  private final AskDesk desk;
  private final Visitor visitor;
  private final ConsentTerms terms;
  private final Runnable granted;
  private final Latest work;
  private final Latest taking;
  private final PauseTransition pause = new PauseTransition(EVERY);
  private final FaultLabel fault;
  private final BooleanProperty refused = new SimpleBooleanProperty();
  private final Label title = new Label();
  private final Label state = new Label();
  private final ProgressIndicator turning = new ProgressIndicator();
  private final VBox view = new VBox();
  private final Button leave = new Button();
  private final Button takeBack = new Button();
  private final Button open = new Button();
  private boolean unreached;
  private boolean withdrawing;

  /**
   * @param granted called when the patient granted it, and the record is to be opened
   * @param left called when waiting is given up; the request stays
   */
  public WaitScreen(
      Kit kit, AskDesk desk, Visitor visitor, ConsentTerms terms, Runnable granted, Runnable left) {
    this.kit = kit;
    this.texts = kit.texts(WaitScreen.class);
    this.desk = desk;
    this.visitor = visitor;
    this.terms = terms;
    this.granted = granted;
    this.work = new Latest(kit.tasks());
    this.taking = new Latest(kit.tasks());
    this.fault = new FaultLabel(kit);
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    title.textProperty().bind(texts.bind("wait.title", visitor.name()));
    title.getStyleClass().add("cs-title");
    Label asked = new Label();
    asked.textProperty().bind(texts.bind("wait.asked"));
    asked.getStyleClass().add("cs-quiet");
    Label words = new Label();
    ConsentWords consent = new ConsentWords(kit);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> refused.get() ? consent.refused(terms) : consent.sentence(terms),
                refused,
                kit.localisation().languageProperty()));
    words.setWrapText(true);
    words.getStyleClass().add("cs-sentence");
    Label since = new Label();
    since.setId("wait-since");
    since
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("wait.since", consent.until(terms.made(), Instant.now())),
                kit.localisation().languageProperty()));
    since.getStyleClass().add("cs-quiet");
    state.setId("wait-state");
    state.textProperty().bind(texts.bind("wait.sent"));
    state.setWrapText(true);
    state.getStyleClass().add("cs-quiet");
    turning.setMinSize(24, 24);
    turning.setMaxSize(24, 24);
    HBox now = new HBox(12, turning, state);
    now.setAlignment(Pos.CENTER_LEFT);
    leave.setId("wait-leave");
    leave.textProperty().bind(texts.bind("wait.leave"));
    leave.setOnAction(pressed -> left.run());
    open.setId("wait-open");
    open.textProperty().bind(texts.bind("wait.open"));
    open.getStyleClass().add("accent");
    open.setVisible(false);
    open.managedProperty().bind(open.visibleProperty());
    open.setOnAction(pressed -> granted.run());
    takeBack.setId("wait-take-back");
    takeBack.textProperty().bind(texts.bind("wait.take.back"));
    takeBack.setVisible(false);
    takeBack.managedProperty().bind(takeBack.visibleProperty());
    takeBack.setOnAction(pressed -> takeBack());
    HBox buttons = new HBox(takeBack, leave, open);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox request = new VBox(4, asked, words, since);
    request.getStyleClass().add("cs-quote");
    VBox card = new VBox(title, request, now, fault, buttons);
    card.getStyleClass().addAll("cs-card", "cs-ask");
    card.setMaxWidth(720);
    view.getChildren().add(card);
    view.getStyleClass().add("cs-page");
    view.setAlignment(Pos.TOP_CENTER);
    pause.setOnFinished(waited -> look());
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void attached() {
    kit.focus(leave);
    look();
  }

  @Override
  public void detached() {
    pause.stop();
    work.stop();
  }

  private void look() {
    work.start(progress -> desk.state(visitor, terms), this::found, this::failed);
  }

  private void found(AskDesk.State found) {
    if (unreached) {
      unreached = false;
      fault.setVisible(false);
    }
    switch (found) {
      case SENT -> waiting("wait.sent");
      case ASKED -> {
        takeBack.setVisible(true);
        waiting(withdrawing ? "wait.taking" : "wait.patient");
      }
      case TAKING_BACK -> {
        withdraw(true);
        takeBack.setVisible(true);
        waiting("wait.taking");
      }
      case GRANTED -> granted();
      case REFUSED -> {
        refused.set(true);
        over("wait.over", "wait.refused");
      }
      case TAKEN_BACK -> over("wait.taken.title", "wait.taken");
    }
  }

  private void waiting(String key) {
    state.textProperty().bind(texts.bind(key, visitor.name()));
    pause.playFromStart();
  }

  /** Who had taken the request back decides anew whether to open the record. */
  private void granted() {
    if (withdrawing) {
      over("wait.late.title", "wait.late");
      open.setVisible(true);
    } else {
      granted.run();
    }
  }

  private void over(String titleKey, String stateKey) {
    title.textProperty().bind(texts.bind(titleKey, visitor.name()));
    state.textProperty().bind(texts.bind(stateKey, visitor.name()));
    leave.textProperty().bind(texts.bind("ask.back"));
    takeBack.setVisible(false);
    fault.setVisible(false);
    turning.setVisible(false);
    turning.setManaged(false);
  }

  private void withdraw(boolean begun) {
    withdrawing = begun;
    takeBack.setDisable(begun);
    leave.textProperty().bind(texts.bind(begun ? "ask.back" : "wait.leave"));
  }

  private void takeBack() {
    withdraw(true);
    fault.setVisible(false);
    state.textProperty().bind(texts.bind("wait.taking"));
    // It goes on when the screen is left: what is pressed is signed, or said to be refused.
    taking.start(
        progress -> {
          desk.takeBack(visitor, terms);
          return terms;
        },
        taken -> {},
        why -> {
          withdraw(false);
          state.textProperty().bind(texts.bind("wait.patient", visitor.name()));
          refused(why);
        });
  }

  /** The network may come back: what was asked stays asked. */
  private void failed(Fault why) {
    unreached = true;
    refused(why);
    pause.playFromStart();
  }

  private void refused(Fault why) {
    fault.show(why);
    fault.setVisible(true);
  }
}
