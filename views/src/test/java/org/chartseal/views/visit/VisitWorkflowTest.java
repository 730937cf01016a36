package org.chartseal.views.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Consents;
import org.chartseal.views.testing.Visitors;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

final class VisitWorkflowTest {

  private final FxRobot robot = new FxRobot();
  private final List<String> entered = new CopyOnWriteArrayList<>();
  private Workbench bench;
  private Clinic desk;
  private VisitWorkflow visit;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    desk = new Clinic(new Visitors().hong());
    visit = bench.fx(() -> new VisitWorkflow(bench.kit(), desk, new Scenes()));
    bench.show(visit);
    bench.await(() -> bench.find("find-patient", Node.class).isFocused());
    robot.write("hong");
  }

  @AfterEach
  void close() {
    desk.known.countDown();
    bench.close();
  }

  @Test
  void enter_on_asking_is_not_lost_before_it_is_known_how_things_stand() throws Exception {
    robot.type(KeyCode.ENTER);
    bench.await(() -> focused("visit-go-on"));
    robot.type(KeyCode.ENTER);
    bench.settle();
    assertThat(entered).isEmpty();
    desk.known.countDown();
    bench.await(() -> bench.has("scene-ask"));
    assertThat(entered).containsExactly("ask");
  }

  @Test
  void who_pressed_ask_is_not_taken_to_a_record_that_is_granted_already() throws Exception {
    desk.standing = new Standing.Granted(Consents.terms("1"));
    robot.type(KeyCode.ENTER);
    bench.await(() -> focused("visit-go-on"));
    robot.type(KeyCode.ENTER);
    desk.known.countDown();
    bench.awaitText("[Open the record]");
    assertThat(entered).isEmpty();
    robot.type(KeyCode.ENTER);
    bench.await(() -> bench.has("scene-record"));
  }

  @Test
  void why_there_is_no_consent_any_more_is_said_and_the_patient_can_be_asked_again()
      throws Exception {
    desk.standing =
        new Standing.Over(Standing.Ending.REVOKED, Instant.parse("2026-11-27T15:24:00Z"));
    desk.known.countDown();
    robot.type(KeyCode.ENTER);
    bench.awaitText("The patient took their consent back on Nov 27, 2026, 3:24");
    bench.pictures("visitor-revoked");
    robot.type(KeyCode.ENTER);
    bench.await(() -> bench.has("scene-ask"));
  }

  @Test
  void a_name_that_nobody_has_is_said_with_what_to_do() throws Exception {
    robot.write("zzz");
    bench.awaitText("Nobody here is called “hongzzz”.");
  }

  @Test
  void enter_pressed_again_while_the_card_is_read_presents_it_once() throws Exception {
    desk.held = new CountDownLatch(1);
    robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
    desk.held.countDown();
    bench.await(() -> focused("visit-go-on"));
    assertThat(desk.presented).containsExactly("hong");
  }

  @Test
  void a_name_that_is_typed_while_cards_are_looked_for_is_not_lost() throws Exception {
    robot.type(KeyCode.ENTER);
    bench.await(() -> focused("visit-go-on"));
    CountDownLatch looking = new CountDownLatch(1);
    desk.looking = looking;
    bench.press("visit-leave");
    bench.await(() -> focused("find-patient"));
    assertThat(bench.find("find-patient", TextField.class).getText()).isEmpty();
    robot.write("hon");
    looking.countDown();
    bench.settle();
    robot.write("g");
    assertThat(bench.find("find-patient", TextField.class).getText()).isEqualTo("hong");
    robot.type(KeyCode.ENTER);
    bench.await(() -> focused("visit-go-on"));
    assertThat(desk.presented).containsExactly("hong", "hong");
  }

  @Test
  void who_was_chosen_while_cards_are_looked_for_stays_chosen() throws Exception {
    desk.namesakes = true;
    toTheChairAgain();
    bench.await(() -> bench.find("cards", ListView.class).getItems().size() == 2);
    robot.write("hong").type(KeyCode.ENTER);
    bench.await(() -> focused("visit-go-on"));
    CountDownLatch looking = new CountDownLatch(1);
    desk.looking = looking;
    bench.press("visit-leave");
    bench.await(() -> focused("find-patient"));
    robot.type(KeyCode.ENTER);
    robot.write("hong").type(KeyCode.DOWN);
    looking.countDown();
    bench.settle();
    robot.type(KeyCode.ENTER);
    bench.await(() -> focused("visit-go-on"));
    assertThat(desk.presented).containsExactly("hong", "hong", "namesake");
  }

  @Test
  void enter_presents_nobody_who_was_chosen_for_the_visit_before() throws Exception {
    robot.clickOn("#cards");
    robot.type(KeyCode.ESCAPE);
    bench.await(() -> bench.has("visit-go-on"));
    CountDownLatch looking = new CountDownLatch(1);
    desk.looking = looking;
    bench.press("visit-leave");
    bench.await(() -> focused("find-patient"));
    robot.type(KeyCode.ENTER);
    looking.countDown();
    bench.settle();
    robot.type(KeyCode.ENTER);
    bench.settle();
    assertThat(desk.presented).containsExactly("hong");
  }

  @Test
  void who_was_presented_is_there_again_when_one_comes_back_and_enter_opens_nothing()
      throws Exception {
    desk.standing = new Standing.Granted(Consents.terms("1"));
    desk.known.countDown();
    robot.type(KeyCode.ENTER);
    bench.await(() -> focused("visit-go-on"));
    assertThat(visit.inChair()).map(Presented::source).contains("hong");
    assertThat(bench.find("visitor-still", Node.class).isVisible()).isFalse();
    bench.fx(() -> {
      visit.detached();
      visit.attached();
      return visit;
    });
    bench.awaitText("[Open the record]");
    bench.await(() -> focused("visitor-still"));
    assertThat(bench.find("visitor-still", Node.class).isVisible()).isTrue();
    bench.pictures("visitor-still");
    robot.type(KeyCode.ENTER);
    bench.settle();
    assertThat(entered).isEmpty();
    bench.press("visit-go-on");
    bench.await(() -> bench.has("scene-record"));
  }

  @Test
  void a_visit_goes_on_with_who_was_in_the_chair_and_else_offers_the_cards() throws Exception {
    desk.known.countDown();
    Presented hong = new Presented("hong", desk.visitor.card().card().party());
    goOnWith(hong);
    bench.await(() -> bench.has("visitor-name"));
    assertThat(visit.inChair()).contains(hong);
    bench.press("visit-leave");
    assertThat(visit.inChair()).isEmpty();

    desk.refused = true;
    goOnWith(hong);
    bench.awaitText("The card is gone.");
    bench.await(() -> bench.find("cards", ListView.class).getItems().size() == 1);
    assertThat(bench.texts()).contains("The card is gone.");
    assertThat(visit.inChair()).isEmpty();
  }

  @Test
  void another_card_in_the_place_of_the_one_before_is_presented_to_nobody() throws Exception {
    goOnWith(new Presented("hong", new PartyId(Hash32.ZERO)));
    bench.await(() -> desk.presented.size() == 1);
    bench.await(() -> bench.find("cards", ListView.class).getItems().size() == 1);
    assertThat(bench.has("visitor-name")).isFalse();
    assertThat(visit.inChair()).isEmpty();
  }

  @Test
  void cards_that_cannot_be_found_out_are_not_said_to_be_none() throws Exception {
    desk.lost = true;
    toTheChairAgain();
    bench.awaitText("The folder cannot be read.");
    assertThat(bench.texts()).doesNotContain("No card is on hand");
  }

  private void goOnWith(Presented before) throws Exception {
    bench.show(
        bench.fx(() -> {
          visit = new VisitWorkflow(bench.kit(), desk, new Scenes());
          visit.goOnWith(before);
          return visit;
        }));
  }

  private void toTheChairAgain() throws Exception {
    robot.type(KeyCode.ENTER);
    bench.await(() -> focused("visit-go-on"));
    bench.press("visit-leave");
    bench.await(() -> focused("find-patient"));
  }

  private boolean focused(String id) {
    return bench.has(id) && bench.find(id, Node.class).isFocused();
  }

  /** Says how things stand when it may. */
  private static final class Clinic implements VisitDesk {
    private final Visitor visitor;
    private final CountDownLatch known = new CountDownLatch(1);
    private final List<String> presented = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch looking = new CountDownLatch(0);
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile boolean refused;
    private volatile boolean namesakes;
    private volatile boolean lost;
    private volatile Standing standing = new Standing.NotAsked();

    Clinic(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public List<CardOnHand> cards() throws RefusedException {
      await(looking);
      if (lost) {
        throw new RefusedException(new Fault("CS-TEST-02", "The folder cannot be read."));
      }
      PatientDetails person = visitor.card().card().person();
      CardOnHand hong = new CardOnHand("hong", person);
      return namesakes ? List.of(hong, new CardOnHand("namesake", person)) : List.of(hong);
    }

    @Override
    public Visitor present(String source) throws RefusedException {
      if (refused) {
        throw new RefusedException(new Fault("CS-TEST-01", "The card is gone."));
      }
      presented.add(source);
      await(held);
      return visitor;
    }

    @Override
    public KeyHolder patientDevice(Visitor visitor) {
      throw new AssertionError("the patient is known");
    }

    @Override
    public Visitor confirm(Visitor visitor, Pin pin, Progress progress) {
      throw new AssertionError("the patient is known");
    }

    @Override
    public Standing standing(Visitor visitor) {
      await(known);
      return standing;
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Scenes implements VisitScenes {
    @Override
    public Screen ask(Visitor visitor, Runnable granted, Runnable left) {
      return scene("ask");
    }

    @Override
    public Screen wait(Visitor visitor, ConsentTerms terms, Runnable granted, Runnable left) {
      return scene("wait");
    }

    @Override
    public Screen record(Visitor visitor, Runnable ask, Runnable ended) {
      return scene("record");
    }

    private Screen scene(String name) {
      entered.add(name);
      Label view = new Label(name);
      view.setId("scene-" + name);
      return new Still(new StackPane(view));
    }
  }

  private record Still(Parent view) implements Screen {
    @Override
    public void attached() {}

    @Override
    public void detached() {}
  }
}
