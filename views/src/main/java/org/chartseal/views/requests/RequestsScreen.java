package org.chartseal.views.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.PinJob;
import org.chartseal.views.kit.sending.Followed;
import org.chartseal.views.kit.sending.FollowedCards;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Job;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.requests.RequestsDesk.Answer;
import org.chartseal.views.requests.RequestsDesk.Request;
import org.kordamp.ikonli.material2.Material2AL;

/** The requests that wait for the patient, each in plain words, and what became of the answers. */
public final class RequestsScreen implements Screen {

  private final Kit kit;
  private final Texts texts;
  private final RequestsDesk desk;
  private final IntegerProperty open;
  private final FollowedCards<List<Request>> page;
  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private Subscription changes = Subscription.EMPTY;
  private int number;

  /** A request on show. */
  private record Shown(Ask ask, RequestCard card, Optional<Answer> answer) {}

  /**
   * @param open how many requests are open, as the rail shows it; a change is looked into, and an
   *     answer counts at once
   */
  public RequestsScreen(Kit kit, RequestsDesk desk, IntegerProperty open) {
    this.kit = kit;
    this.texts = kit.texts(RequestsScreen.class);
    this.desk = desk;
    this.open = open;
    Label title = new Label();
    title.textProperty().bind(texts.bind("screen"));
    title.getStyleClass().add("cs-title");
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.textProperty().bind(texts.bind("screen.words"));
    words.getStyleClass().add("cs-quiet");
    page = new FollowedCards<>(kit, new Requests(), title, words);
  }

  @Override
  public Parent view() {
    return page.view();
  }

  @Override
  public void attached() {
    page.attach();
    changes = open.subscribe((before, now) -> page.reload());
  }

  @Override
  public void detached() {
    changes.unsubscribe();
    page.detach();
    // What was answered may be taken back elsewhere until this is seen again; Sharing tells of it.
    shown.values().removeIf(one -> one.answer().isPresent());
  }

  private RequestCard card(Ask ask) {
    Narrowing narrowing =
        new Narrowing(ask.terms(), desk.now(), kit.formats().zone(), desk.firstYear());
    return new RequestCard(
        kit,
        ask,
        narrowing,
        number++,
        new RequestCard.Answers(this::approve, this::refuse, this::again));
  }

  private void keep(Ask ask, RequestCard card, Optional<Answer> answer) {
    shown.put(ask.terms().id(), new Shown(ask, card, answer));
    answer.ifPresentOrElse(card::answered, card::unanswered);
  }

  private void approve(Ask ask, ConsentTerms terms) {
    sign(
        texts.get("purpose.approve", new OfferWords(kit).sentence(ask, terms)),
        (pin, progress) -> desk.approve(ask, terms, pin, progress),
        answer -> granted(ask, terms, answer));
  }

  private void refuse(Ask ask) {
    sign(
        texts.get("purpose.refuse", ask.terms().grantee().display()),
        (pin, progress) -> desk.refuse(ask, pin, progress),
        answer -> counted(ask, answer));
  }

  private void again(Ask ask) {
    sign(
        texts.get("purpose.again", ask.terms().grantee().display()),
        (pin, progress) -> desk.again(ask, pin, progress),
        answer -> counted(ask, answer));
  }

  private void sign(String purpose, PinJob<Answer> job, Consumer<Answer> answered) {
    page.sign(progress -> desk.holder(), purpose, job, answered);
  }

  private void granted(Ask ask, ConsentTerms terms, Answer answer) {
    Shown known = shown.get(ask.terms().id());
    if (known != null) {
      known.card().gives(terms);
    }
    counted(ask, answer);
  }

  /** An answer that was just given; the rail need not wait until it is counted again. */
  private void counted(Ask ask, Answer answer) {
    answered(ask, Optional.of(answer));
    open.set(
        (int)
            shown.values().stream()
                .filter(one -> one.answer().filter(Answer::stands).isEmpty())
                .count());
  }

  private void answered(Ask ask, Optional<Answer> answer) {
    Shown known = shown.get(ask.terms().id());
    if (known != null) {
      keep(ask, known.card(), answer);
    }
  }

  /** The requests, and the answers that are on their way. */
  private final class Requests implements Followed<List<Request>> {

    @Override
    public ObservableValue<String> reading() {
      return texts.bind("loading");
    }

    @Override
    public List<Request> read(Progress progress) throws RefusedException {
      return desk.requests();
    }

    @Override
    public List<RequestCard> cards(List<Request> requests) {
      Map<String, Shown> before = new LinkedHashMap<>(shown);
      shown.clear();
      List<RequestCard> cards = new ArrayList<>();
      for (Request request : requests) {
        Shown known = before.remove(request.ask().terms().id());
        RequestCard card = known == null ? card(request.ask()) : known.card();
        keep(request.ask(), card, request.answer());
        cards.add(card);
      }
      // What was answered here stays on show until the screen is left: the answer is seen to
      // arrive.
      for (Shown gone : before.values()) {
        if (gone.answer().isPresent()) {
          keep(gone.ask(), gone.card(), gone.answer());
          cards.add(gone.card());
        }
      }
      return cards;
    }

    @Override
    public void nothing(StatePane state) {
      state.empty(Material2AL.HOW_TO_REG, texts.bind("empty"), texts.bind("empty.words"));
    }

    @Override
    public Optional<Job<Runnable>> look() {
      List<Ask> underway =
          shown.values().stream()
              .filter(one -> one.answer().filter(answer -> !answer.sent().isFinal()).isPresent())
              .map(Shown::ask)
              .toList();
      return underway.isEmpty() ? Optional.empty() : Optional.of(progress -> followed(underway));
    }

    private Runnable followed(List<Ask> underway) throws RefusedException {
      Map<Ask, Optional<Answer>> answers = new LinkedHashMap<>();
      for (Ask ask : underway) {
        answers.put(ask, desk.answer(ask));
      }
      return () ->
          answers.forEach((ask, answer) -> {
            if (answer.isPresent()) {
              answered(ask, answer);
            }
          });
    }
  }
}
