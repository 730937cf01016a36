package org.chartseal.views.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.Slot;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.sending.Sent;
import org.chartseal.views.testing.Consents;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RequestsScreenTest {

  private static final EntryReference ENTRY =
      new EntryReference(new Slot(Hash32.ZERO), Hash32.ZERO, Hash32.ZERO);

  private final Patient desk = new Patient();
  private final SimpleIntegerProperty open = new SimpleIntegerProperty();
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_request_says_in_plain_words_what_they_will_see_until_when_and_what_not() throws Exception {
    desk.ask("visit-1");
    show();
    bench.awaitText("St Mary's Hospital asks to read your record");
    assertThat(bench.texts())
        .contains("St Mary's Hospital wants to read general health information and mental health")
        .contains("general health information and mental health", "of 2010 to 2026", "Jun 4, 2026")
        .contains("They will not see:", "HIV and AIDS")
        .contains("[Yes, allow this]", "[No]");
    bench.press("less-0");
    bench.pictures("requests");
  }

  @Test
  void what_is_chosen_less_is_what_is_read_and_signed() throws Exception {
    desk.ask("visit-1");
    show();
    bench.awaitText("St Mary's Hospital asks");
    bench.press("less-0");
    bench.press("class-PSY-0");
    bench.fx(() -> {
      ComboBox<Integer> from = years("from-0");
      from.setValue(2024);
      return from;
    });
    bench.settle();
    assertThat(bench.texts())
        .contains("will be able to read general health information of 2024 to 2026");
    bench.press("approve-0");
    bench.pin("1234");
    bench.awaitText("You said yes to St Mary's Hospital");
    assertThat(desk.granted.getFirst().classes()).containsExactly(SensitivityClass.GENERAL);
    assertThat(desk.granted.getFirst().years()).containsExactly(2024, 2025, 2026);
  }

  @Test
  void with_no_class_left_there_is_nothing_to_approve_and_it_says_why() throws Exception {
    desk.ask("visit-1");
    show();
    bench.awaitText("St Mary's Hospital asks");
    bench.fx(() -> {
      bench.find("class-N-0", CheckBox.class).fire();
      bench.find("class-PSY-0", CheckBox.class).fire();
      return desk;
    });
    assertThat(bench.fx(() -> bench.find("approve-0", Button.class).isDisabled())).isTrue();
    assertThat(bench.texts()).contains("Choose at least one kind of information, or say no.");
  }

  @Test
  void a_wrong_pin_signs_nothing_and_can_be_entered_again() throws Exception {
    desk.ask("visit-1");
    show();
    bench.awaitText("St Mary's Hospital asks");
    bench.press("approve-0");
    bench.pin("9999");
    bench.awaitText("The PIN is wrong.");
    assertThat(desk.granted).isEmpty();
    bench.pin("1234");
    bench.awaitText("You said yes to");
    assertThat(desk.granted).hasSize(1);
  }

  @Test
  void an_answer_is_followed_until_it_is_in_effect() throws Exception {
    desk.ask("visit-1");
    show();
    bench.awaitText("St Mary's Hospital asks");
    bench.press("refuse-0");
    bench.pin("1234");
    bench.awaitText("You said no to St Mary's Hospital. They see nothing.");
    bench.awaitText("It is kept safe here and goes on by itself");
    desk.state = JobState.SUBMITTED;
    bench.awaitText("The network has it.");
    desk.state = JobState.FINAL;
    bench.awaitText("Done. It is in effect.");
    assertThat(bench.texts()).contains("St Mary's Hospital asked to read your record");
    bench.pictures("requests-answered");
  }

  @Test
  void a_yes_says_what_it_opened_and_counts_at_once() throws Exception {
    desk.ask("visit-1");
    bench.fx(() -> {
      open.set(1);
      return open;
    });
    show();
    bench.awaitText("St Mary's Hospital asks");
    bench.press("approve-0");
    bench.awaitText("You sign that this is fine with you: St Mary's Hospital wants to read");
    bench.pin("1234");
    bench.awaitText("St Mary's Hospital will be able to read general health information");
    assertThat(bench.fx(open::get)).isZero();
    desk.state = JobState.FINAL;
    bench.awaitText("St Mary's Hospital may read general health information");
  }

  @Test
  void what_was_answered_is_gone_when_the_screen_is_seen_again() throws Exception {
    desk.ask("visit-1");
    RequestsScreen screen = bench.fx(() -> new RequestsScreen(bench.kit(), desk, open));
    bench.show(screen);
    bench.awaitText("St Mary's Hospital asks");
    bench.press("approve-0");
    bench.pin("1234");
    bench.awaitText("You said yes to St Mary's Hospital");
    bench.fx(() -> {
      screen.detached();
      return screen;
    });
    desk.asks.clear();
    bench.show(screen);
    bench.awaitText("Nobody is asking");
    assertThat(bench.texts()).doesNotContain("You said yes");
  }

  @Test
  void a_request_that_comes_in_meanwhile_is_shown_and_the_choice_in_another_is_kept()
      throws Exception {
    desk.ask("visit-1");
    show();
    bench.awaitText("St Mary's Hospital asks");
    bench.press("class-PSY-0");
    desk.ask("visit-2");
    bench.fx(() -> {
      open.set(2);
      return open;
    });
    bench.await(() -> bench.has("approve-1"));
    assertThat(bench.fx(() -> bench.find("class-PSY-0", CheckBox.class).isSelected())).isFalse();
  }

  @Test
  void nobody_asking_and_a_network_that_is_away_are_told_apart() throws Exception {
    desk.away = Optional.of(new Fault("CS-TEST-02", "The network is away."));
    show();
    bench.awaitText("The network is away.");
    bench.picture("requests-away");
    desk.away = Optional.empty();
    bench.pressWords("Try again");
    bench.awaitText("Nobody is asking");
    bench.pictures("requests-empty");
  }

  private void show() {
    bench.show(bench.fx(() -> new RequestsScreen(bench.kit(), desk, open)));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Integer> years(String id) {
    return bench.find(id, ComboBox.class);
  }

  /** A patient with the PIN 1234. */
  private static final class Patient implements RequestsDesk {
    private final List<Ask> asks = new ArrayList<>();
    private final List<ConsentTerms> granted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private volatile JobState state = JobState.SIGNED;
    private volatile Optional<Fault> away = Optional.empty();

    void ask(String id) {
      asks.add(
          new Ask(
              new OrganisationId(2),
              Consents.terms(id),
              Consents.NOW,
              false,
              ENTRY,
              KeyId.PATIENT));
    }

    @Override
    public List<Request> requests() throws RefusedException {
      if (away.isPresent()) {
        throw new RefusedException(away.get());
      }
      return asks.stream().map(ask -> new Request(ask, answer(ask))).toList();
    }

    @Override
    public Optional<Answer> answer(Ask ask) {
      Sent sent = new Sent(state, Optional.empty());
      if (granted.stream().anyMatch(terms -> terms.id().equals(ask.terms().id()))) {
        return Optional.of(new Answer(Answer.Kind.GRANTED, sent));
      }
      return refused.contains(ask.terms().id())
          ? Optional.of(new Answer(Answer.Kind.REFUSED, sent))
          : Optional.empty();
    }

    @Override
    public KeyHolder holder() {
      return new KeyHolder(
          "Hong Seo-yeon",
          KeyHolder.Kind.FILE,
          new PinStatus.TriesLeft(3),
          () -> new PinStatus.TriesLeft(3));
    }

    @Override
    public Answer approve(Ask ask, ConsentTerms terms, Pin pin, Progress progress)
        throws RefusedException {
      check(pin);
      granted.add(terms);
      return answer(ask).orElseThrow();
    }

    @Override
    public Answer refuse(Ask ask, Pin pin, Progress progress) throws RefusedException {
      check(pin);
      refused.add(ask.terms().id());
      return answer(ask).orElseThrow();
    }

    @Override
    public Answer again(Ask ask, Pin pin, Progress progress) throws RefusedException {
      check(pin);
      return answer(ask).orElseThrow();
    }

    private static void check(Pin pin) throws RefusedException {
      if (!pin.use(typed -> new String(typed).equals("1234"))) {
        throw new RefusedException(new Fault("CS-PIN-08", "The PIN is wrong."));
      }
    }

    @Override
    public Instant now() {
      return Consents.NOW;
    }

    @Override
    public int firstYear() {
      return 1979;
    }
  }
}
