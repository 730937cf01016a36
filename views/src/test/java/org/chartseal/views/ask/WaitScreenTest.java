package org.chartseal.views.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Consents;
import org.chartseal.views.testing.Visitors;
import org.chartseal.views.testing.Workbench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WaitScreenTest {

  private final Ledger desk = new Ledger();
  private final AtomicInteger opened = new AtomicInteger();
  private Workbench bench;
  private WaitScreen screen;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    Visitor hong = new Visitors().hong();
    screen =
        bench.fx(() ->
            new WaitScreen(
                bench.kit(), desk, hong, Consents.terms("1"), opened::incrementAndGet, () -> {}));
    bench.show(screen);
  }

  @AfterEach
  void close() {
    bench.fx(() -> {
      screen.detached();
      return screen;
    });
    bench.close();
  }

  @Test
  void a_request_is_taken_back_only_once_the_patient_can_find_it() throws Exception {
    bench.awaitText("The request is on its way.");
    assertThat(visible("wait-take-back")).isFalse();
    desk.state = AskDesk.State.ASKED;
    bench.await(() -> visible("wait-take-back"));
    bench.press("wait-take-back");
    bench.awaitText("The request is being taken back.");
    assertThat(bench.find("wait-take-back", Button.class).isDisabled()).isTrue();
    assertThat(bench.texts()).contains("[Back]").doesNotContain("the request stays");
    desk.state = AskDesk.State.TAKEN_BACK;
    bench.awaitText("The request is taken back");
    assertThat(visible("wait-take-back")).isFalse();
    assertThat(desk.takenBack.get()).isEqualTo(1);
    assertThat(opened.get()).isZero();
    bench.speak(Language.KOREAN);
  }

  @Test
  void what_is_granted_opens_the_record_by_itself() throws Exception {
    desk.state = AskDesk.State.GRANTED;
    bench.await(() -> opened.get() == 1);
  }

  @Test
  void what_is_granted_after_it_was_taken_back_opens_nothing_by_itself() throws Exception {
    desk.state = AskDesk.State.ASKED;
    bench.await(() -> visible("wait-take-back"));
    bench.press("wait-take-back");
    desk.state = AskDesk.State.GRANTED;
    bench.awaitText("granted it before it was taken back");
    assertThat(opened.get()).isZero();
    bench.press("wait-open");
    assertThat(opened.get()).isEqualTo(1);
  }

  @Test
  void a_refused_taking_back_says_why_and_can_be_pressed_again_and_goes_when_it_is_over()
      throws Exception {
    desk.refusal = new Fault("CS-TEST-07", "The ledger is away.");
    desk.state = AskDesk.State.ASKED;
    bench.await(() -> visible("wait-take-back"));
    bench.press("wait-take-back");
    bench.awaitText("The ledger is away.");
    assertThat(bench.find("wait-take-back", Button.class).isDisabled()).isFalse();
    desk.state = AskDesk.State.REFUSED;
    bench.awaitText("refused. Nothing was opened.");
    assertThat(bench.texts()).doesNotContain("CS-TEST-07");
  }

  @Test
  void what_is_refused_while_the_screen_is_left_is_said_when_it_is_back() throws Exception {
    desk.refusal = new Fault("CS-TEST-07", "The ledger is away.");
    desk.held = new CountDownLatch(1);
    desk.state = AskDesk.State.ASKED;
    bench.await(() -> visible("wait-take-back"));
    bench.press("wait-take-back");
    bench.fx(() -> {
      screen.detached();
      return screen;
    });
    desk.held.countDown();
    bench.await(() -> !bench.find("wait-take-back", Button.class).isDisabled());
    bench.show(screen);
    bench.awaitText("The ledger is away.");
  }

  @Test
  void what_an_earlier_session_is_taking_back_is_said_to_be() throws Exception {
    desk.state = AskDesk.State.TAKING_BACK;
    bench.awaitText("The request is being taken back.");
    assertThat(bench.find("wait-take-back", Button.class).isDisabled()).isTrue();
  }

  private boolean visible(String id) {
    return bench.has(id) && bench.find(id, Node.class).isVisible();
  }

  /** How far the request is, as a test says. */
  private static final class Ledger implements AskDesk {
    private final AtomicInteger takenBack = new AtomicInteger();
    private volatile State state = State.SENT;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile @Nullable Fault refusal;

    @Override
    public ConsentTerms draft(Visitor visitor, AskForm form) {
      throw new AssertionError("it is asked already");
    }

    @Override
    public ConsentTerms ask(Visitor visitor, ConsentTerms draft) {
      throw new AssertionError("it is asked already");
    }

    @Override
    public State state(Visitor visitor, ConsentTerms terms) {
      return state;
    }

    @Override
    public void takeBack(Visitor visitor, ConsentTerms terms) throws RefusedException {
      try {
        held.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Fault why = refusal;
      if (why != null) {
        throw new RefusedException(why);
      }
      takenBack.incrementAndGet();
      state = State.TAKING_BACK;
    }
  }
}
