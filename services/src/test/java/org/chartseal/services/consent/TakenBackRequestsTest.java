package org.chartseal.services.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Requests that their asker takes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakenBackRequestsTest {

  @TempDir static Path folder;

  private ConsentWorld world;
  private PatientDesk patients;

  @BeforeAll
  void bring_up_the_network() throws Exception {
    world = new ConsentWorld(TestNetwork.start(folder));
    patients = world.care.patientDesk();
  }

  @AfterAll
  void tear_down() {
    world.close();
  }

  @Test
  void it_is_not_there_to_be_answered_and_others_are() throws Exception {
    asked("plain", "other");
    assertThat(takeBack("plain")).isInstanceOf(SigningDesk.Outcome.Signed.class);
    world.network.drain();
    try (PairBook book = world.book(world.nora)) {
      assertThat(book.ask("plain")).isEmpty();
      assertThat(book.takenBack()).contains("plain").doesNotContain("other");
      assertThat(book.ask("other")).isPresent();
    }
    try (PatientSession session = world.session();
        PatientBooks books = patients.read(session)) {
      assertThat(books.open())
          .extracting(ask -> ask.terms().id())
          .contains("other")
          .doesNotContain("plain");
    }
  }

  @Test
  void who_found_it_before_cannot_grant_it_any_more() throws Exception {
    asked("stale");
    try (PatientSession session = world.session();
        PatientBooks books = patients.read(session)) {
      takeBack("stale");
      world.network.drain();
      Ask ask = ask(books, "stale");
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> patients.approve(session, books, ask, ask.terms(), ConsentWorld.DESK))
          .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo("CS-CONS-16"));
    }
  }

  @Test
  void what_was_granted_before_it_is_final_stays_granted() throws Exception {
    asked("granted");
    takeBack("granted");
    try (PatientSession session = world.session();
        PatientBooks books = patients.read(session)) {
      Ask ask = ask(books, "granted");
      assertThat(patients.approve(session, books, ask, ask.terms(), ConsentWorld.DESK))
          .isInstanceOf(WriteOutcome.Queued.class);
    }
    world.network.drain();
    try (PairBook book = world.book(world.nora)) {
      assertThat(book.takenBack()).contains("granted");
      assertThat(book.grants())
          .anyMatch(grant -> grant.terms().id().equals("granted") && grant.isValid());
    }
  }

  @Test
  void taken_back_twice_is_retracted_once() throws Exception {
    asked("twice");
    takeBack("twice");
    takeBack("twice");
    assertThat(retractions("twice")).hasSize(1);
  }

  @Test
  void a_kill_before_the_signature_leaves_nothing_that_waits_for_nobody() throws Exception {
    asked("killed");
    try (PairBook book = world.book(world.nora)) {
      Ask ask = book.ask("killed").orElseThrow();
      world
          .network
          .outbox()
          .retract(
              List.of(
                  new RetractionDraft.OfOrganisation(
                      new LedgerSlot(world.nora.id(), ask.reference().slot()),
                      ask.reference().recordDigest(),
                      ask.author(),
                      owner("killed"),
                      Set.of())));
    }
    takeBack("killed");
    assertThat(retractions("killed")).hasSize(1);
    world.network.drain();
    try (PairBook book = world.book(world.nora)) {
      assertThat(book.takenBack()).contains("killed");
    }
  }

  private void asked(String... ids) {
    for (String id : ids) {
      world.ask(world.nora, world.terms(id, world.nora, Set.of(), 1));
    }
    world.network.drain();
  }

  private SigningDesk.Outcome takeBack(String id) throws RefusedException {
    try (PairBook book = world.book(world.nora)) {
      return world.care.consentDesk().takeBack(world.nora, book.ask(id).orElseThrow(), owner(id));
    }
  }

  private List<Queued> retractions(String id) {
    return world.network.outbox().ofOwner(owner(id)).stream()
        .filter(Queued.QueuedRetraction.class::isInstance)
        .toList();
  }

  private static Owner owner(String id) {
    return new Owner("ask-" + id);
  }

  private static Ask ask(PatientBooks books, String id) {
    return books.open().stream()
        .filter(ask -> ask.terms().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
