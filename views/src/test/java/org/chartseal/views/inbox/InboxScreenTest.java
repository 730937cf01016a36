package org.chartseal.views.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.PackId;
import org.chartseal.services.claims.RuleReference;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InboxScreenTest {

  private static final Currency DOLLARS = Currency.getInstance("USD");
  private static final Fault AWAY = new Fault("CS-NET-01", "No node answers.");
  private static final Instant THEN = Instant.parse("2026-03-02T09:30:00Z");

  private final Desk desk = new Desk();
  private Workbench bench;
  private InboxModel model;
  private InboxScreen screen;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    model = bench.fx(() -> new InboxModel(bench.kit(), desk));
    screen = bench.fx(() -> new InboxScreen(bench.kit(), desk, model));
  }

  @AfterEach
  void close() {
    model.stop();
    bench.settle();
    bench.close();
  }

  @Test
  void a_claim_says_how_far_it_is_what_was_paid_and_by_which_transaction() throws Exception {
    desk.claims = List.of(claim(1, ClaimItem.Stage.PAID, Optional.of(paid())));
    bench.show(screen);
    bench.awaitText("Claims (1)");

    assertThat(bench.texts())
        .contains("Adan Delrio · Meridian Health Plan")
        .contains("Paid $100.00")
        .contains("CO-45: $29.00")
        .contains("R-7, Plan document 4.2");
    assertThat(bench.find("claim-transaction", Label.class).getText())
        .isEqualTo("0x" + "ab".repeat(32));
    bench.pictures("inbox-paid");
  }

  @Test
  void what_was_read_in_another_language_is_said_in_this_one_when_somebody_is_back()
      throws Exception {
    desk.claims = List.of(claim(1, ClaimItem.Stage.PAID, Optional.of(paid())));
    bench.show(screen);
    bench.awaitText("Claims (1)");
    bench.fx(() -> {
      screen.detached();
      return screen;
    });
    bench.show(new StackPane());
    bench.speak(Language.KOREAN);
    bench.show(screen);
    bench.speak(Language.KOREAN);
  }

  @Test
  void a_claim_that_was_looked_for_is_the_one_on_show() throws Exception {
    desk.claims =
        List.of(
            claim(2, ClaimItem.Stage.RECEIVED, Optional.empty()),
            claim(1, ClaimItem.Stage.PAID, Optional.of(paid())));
    bench.show(screen);
    bench.awaitText("Claims (2)");
    assertThat(bench.texts()).doesNotContain("Paid $100.00");
    bench.fx(() -> {
      screen.choose(desk.claims.getLast().claim());
      return screen;
    });
    bench.awaitText("Paid $100.00");
  }

  @Test
  void a_denial_says_why_and_what_would_change_it() throws Exception {
    desk.claims =
        List.of(
            claim(2, ClaimItem.Stage.DECIDED, Optional.of(denied())),
            claim(3, ClaimItem.Stage.RECEIVED, Optional.empty()),
            claim(4, ClaimItem.Stage.SENT, Optional.empty()),
            claim(5, ClaimItem.Stage.DRAFT, Optional.empty()));
    bench.show(screen);
    bench.awaitText("Claims (4)");

    assertThat(bench.texts())
        .contains("The plan had ended on that day.")
        .contains("What would change it: Bill the plan of that day.")
        .contains("[Send 1 draft]");
    bench.pictures("inbox-denied");
  }

  @Test
  void drafts_are_sent_and_a_failure_stays_on_the_screen() throws Exception {
    desk.claims = List.of(claim(5, ClaimItem.Stage.DRAFT, Optional.empty()));
    desk.away = true;
    bench.show(screen);
    bench.awaitText("No node answers.");
    desk.away = false;
    bench.pressWords("Try again");
    bench.awaitText("[Send 1 draft]");
    bench.press("claims-send");
    bench.awaitText("On its way");
    assertThat(bench.texts()).doesNotContain("[Send");
  }

  @Test
  void what_is_new_is_counted_until_it_is_seen_and_remembered() throws Exception {
    desk.claims = List.of(claim(1, ClaimItem.Stage.PAID, Optional.of(paid())));
    desk.answers = List.of(answer("a", AnswerItem.Answer.REFUSED));
    bench.fx(() -> {
      model.look();
      return model;
    });
    bench.await(() -> model.newsProperty().get() == 2);

    bench.show(screen);
    bench.await(() -> model.newsProperty().get() == 0 && desk.seen.size() == 2);
    bench.fx(() -> {
      screen.detached();
      model.look();
      return model;
    });
    bench.settle();
    bench.await(() -> desk.looks > 1);
    assertThat(bench.fx(() -> model.newsProperty().get())).isZero();
  }

  @Test
  void the_answers_of_patients_are_listed_with_the_sentence_that_they_read() throws Exception {
    desk.answers =
        List.of(
            answer("a", AnswerItem.Answer.NARROWED),
            answer("b", AnswerItem.Answer.REFUSED),
            answer("c", AnswerItem.Answer.WAITING),
            answer("d", AnswerItem.Answer.WITHDRAWN));
    bench.show(screen);
    bench.awaitText("Answers (4)");
    bench.fx(() -> {
      ((TabPane) screen.view().lookup(".tab-pane")).getSelectionModel().select(1);
      return screen;
    });
    bench.await(() -> cells().contains("Granted, less than asked"));
    assertThat(bench.fx(this::cells)).contains("Refused", "Not answered", "Withdrawn");
    assertThat(bench.find("answer-terms", Label.class).getText()).contains("Hana Clinic");
    assertThat(bench.find("answers", TableView.class).getItems().size()).isEqualTo(4);
    bench.pictures("inbox-answers");
  }

  @Test
  void an_empty_inbox_says_how_something_comes_into_it() throws Exception {
    bench.show(screen);
    bench.awaitText("No claim was made this year or the last");
    bench.picture("inbox-empty");
  }

  @Test
  void what_is_known_stays_when_the_network_goes_away() throws Exception {
    desk.claims = List.of(claim(1, ClaimItem.Stage.PAID, Optional.of(paid())));
    desk.gaps =
        List.of(
            new Doubt.Hindered(new Fault("CS-READ-03", "A lane could not be read to its end.")));
    bench.show(screen);
    bench.awaitText("This may not be all: A lane could not be read to its end.");
    desk.away = true;
    bench.fx(() -> {
      model.look();
      return model;
    });
    bench.awaitText("No node answers.");
    assertThat(bench.texts()).contains("Adan Delrio");
    bench.picture("inbox-offline");
  }

  private List<String> cells() {
    return screen.view().lookupAll(".table-cell").stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  private static ClaimItem claim(
      int number, ClaimItem.Stage stage, Optional<ClaimItem.Verdict> verdict) {
    return new ClaimItem(
        Hash32.ofHex(("0" + number).repeat(32)),
        "Adan Delrio",
        "Meridian Health Plan",
        LocalDate.of(2026, 3, 2),
        money(12900),
        stage,
        List.of(
            new ClaimItem.Line(
                1,
                new ServiceCode("http://snomed.info/sct", "185349003"),
                "Encounter for check up",
                LocalDate.of(2026, 3, 2),
                money(12900))),
        Optional.empty(),
        verdict);
  }

  private static ClaimItem.Verdict paid() {
    return new ClaimItem.Verdict(
        Optional.empty(),
        List.of(
            line(
                Outcome.APPROVED,
                amounts(10000, 2900),
                "The visit is covered at the plan's rate.",
                Optional.empty())),
        List.of(),
        Optional.of(
            new ClaimPayment(money(10000), money(0), List.of(Hash32.ofHex("ab".repeat(32))))));
  }

  private static ClaimItem.Verdict denied() {
    return new ClaimItem.Verdict(
        Optional.of(THEN),
        List.of(
            line(
                Outcome.DENIED,
                amounts(0, 12900),
                "The plan had ended on that day.",
                Optional.of("Bill the plan of that day."))),
        List.of(),
        Optional.empty());
  }

  private static LineDecision line(
      Outcome outcome, LineAmounts amounts, String explanation, Optional<String> change) {
    return new LineDecision(
        1,
        outcome,
        amounts,
        List.of(new Adjustment("CO", "45", "", amounts.writeOff())),
        new RuleReference(
            new PackId("sample", "1", Hash32.ZERO), "coverage", "R-7", "Plan document 4.2"),
        Optional.empty(),
        explanation,
        change,
        new LineEvidence(1, "finished", Map.of()),
        Optional.empty());
  }

  private static LineAmounts amounts(long payer, long writeOff) {
    Money none = money(0);
    return new LineAmounts(
        money(payer + writeOff),
        money(payer),
        money(payer),
        none,
        none,
        none,
        none,
        none,
        money(writeOff),
        none);
  }

  private static Money money(long cents) {
    return new Money(cents, DOLLARS);
  }

  private static AnswerItem answer(String id, AnswerItem.Answer answer) {
    return new AnswerItem(
        "Adan Delrio",
        new ConsentTerms(
            id,
            new ActorReference(ActorReference.Kind.PATIENT, "p", "Adan Delrio"),
            new ActorReference(ActorReference.Kind.ORGANISATION, "1", "Hana Clinic"),
            List.of(),
            PurposeOfUse.TREATMENT,
            List.of(SensitivityClass.GENERAL),
            new TreeSet<>(Set.of(2025, 2026)),
            THEN,
            THEN,
            THEN.plusSeconds(7200)),
        THEN,
        answer,
        answer == AnswerItem.Answer.WAITING ? Optional.empty() : Optional.of(THEN.plusSeconds(60)));
  }

  /** A desk whose mail can be changed. */
  private static final class Desk implements InboxDesk {
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private volatile List<ClaimItem> claims = List.of();
    private volatile List<AnswerItem> answers = List.of();
    private volatile List<Doubt> gaps = List.of();
    private volatile boolean away;
    private volatile int looks;

    @Override
    public synchronized Mail read(Progress progress) throws RefusedException {
      looks++;
      if (away) {
        throw new RefusedException(AWAY);
      }
      return new Mail(claims, answers, gaps, seen);
    }

    @Override
    public RuleSentences rules() {
      return RuleSentences.NONE;
    }

    @Override
    public void seen(Set<String> news) {
      seen.addAll(news);
    }

    @Override
    public int send() {
      claims = List.of(claim(5, ClaimItem.Stage.SENT, Optional.empty()));
      return 1;
    }
  }
}
