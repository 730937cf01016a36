package org.chartseal.services.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A patient answers again before the answer before is final; another shares the same outbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondAnswersTest {

  @TempDir static Path folder;

  private ConsentWorld world;
  private PatientDesk desk;
  private PatientParty other;

  @BeforeAll
  void bring_up_the_network() throws Exception {
    world = new ConsentWorld(TestNetwork.start(folder));
    desk = world.care.patientDesk();
    PatientDetails details = new PatientDetails("Ben Roe", "2017-03-04", "male", List.of());
    other = world.people.patient(world.people.card(world.hana, details, "other"), "other");
    try (PatientSession session = session(other)) {
      for (OrganisationParty hospital : List.of(world.hana, world.mary)) {
        ConsentWorld.require(
            world
                .care
                .relations()
                .add(
                    session, world.people.find(hospital.id()).orElseThrow(), 0, ConsentWorld.DESK));
      }
    }
    world.ask(world.mary, world.terms("mary-1", world.mary, Set.of(), 1));
    world.ask(world.nora, world.terms("nora-1", world.nora, Set.of(), 1));
    world.ask(world.nora, world.terms("nora-2", world.nora, Set.of(), 1));
    askTheOther();
    world.network.drain();
    for (String id : List.of("mary-1", "nora-1")) {
      try (PatientSession session = world.session();
          PatientBooks books = desk.read(session)) {
        ConsentWorld.require(approve(session, books, id));
      }
      world.network.drain();
    }
  }

  @AfterAll
  void tear_down() {
    world.close();
  }

  @Test
  void what_is_revoked_while_another_revocation_is_on_its_way_is_revoked_after_it_and_stays_so()
      throws Exception {
    try (PatientSession session = world.session();
        PatientBooks books = desk.read(session)) {
      ConsentWorld.require(desk.revoke(session, books, "mary-1", ConsentWorld.DESK));
      List<Queued> first = world.network.outbox().pending();
      assertWaiting(desk.revoke(session, books, "nora-1", ConsentWorld.DESK));
      assertWaiting(desk.revoke(session, books, "mary-1", ConsentWorld.DESK));
      assertWaiting(approve(session, books, "nora-2"));
      assertWaiting(desk.refuse(session, books, ask(books, "nora-2"), ConsentWorld.DESK));
      assertThat(world.network.outbox().pending()).isEqualTo(first);
    }
    try (PatientSession session = session(other);
        PatientBooks books = desk.read(session)) {
      ConsentWorld.require(approve(session, books, "other-1"));
    }
    world.network.drain();

    try (PatientSession session = world.session();
        PatientBooks books = desk.read(session)) {
      ConsentWorld.require(desk.revoke(session, books, "nora-1", ConsentWorld.DESK));
    }
    world.network.drain();
    try (PatientSession session = world.session();
        PatientBooks books = desk.read(session)) {
      assertThat(books.grants()).isNotEmpty().noneMatch(Grant::isValid);
      assertThat(books.open()).hasSize(1);
    }
    for (OrganisationParty reading : List.of(world.mary, world.nora)) {
      assertThat(world.open(reading).outcome())
          .isInstanceOfSatisfying(
              OpeningOutcome.Refused.class,
              refused -> assertThat(refused.fault().code()).isEqualTo("CS-CONS-03"));
    }
    try (PatientSession session = session(other);
        PatientBooks books = desk.read(session)) {
      assertThat(books.grants()).singleElement().matches(Grant::isValid);
    }
  }

  @Test
  void what_was_answered_and_final_since_the_books_were_read_is_not_answered_from_them_again()
      throws Exception {
    world.ask(world.mary, world.terms("mary-2", world.mary, Set.of(), 1));
    world.network.drain();
    try (PatientSession session = world.session();
        PatientBooks first = desk.read(session);
        PatientBooks second = desk.read(session)) {
      ConsentWorld.require(approve(session, first, "mary-2"));
      world.network.drain();
      List<Queued> before = world.network.outbox().after(JobId.NONE);
      assertThat(desk.refuse(session, second, ask(second, "mary-2"), ConsentWorld.DESK))
          .isInstanceOfSatisfying(
              WriteOutcome.Refused.class,
              refused -> assertThat(refused.fault().code()).isEqualTo("CS-CONS-14"));
      assertThat(world.network.outbox().after(JobId.NONE)).isEqualTo(before);
    }
    try (PatientSession session = world.session();
        PatientBooks books = desk.read(session)) {
      ConsentWorld.require(desk.revoke(session, books, "mary-2", ConsentWorld.DESK));
    }
    world.network.drain();
  }

  private WriteOutcome approve(PatientSession session, PatientBooks books, String id)
      throws RefusedException {
    Ask ask = ask(books, id);
    return desk.approve(session, books, ask, ask.terms(), ConsentWorld.DESK);
  }

  private static Ask ask(PatientBooks books, String id) {
    return books.open().stream()
        .filter(ask -> ask.terms().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void askTheOther() {
    ConsentTerms like = world.terms("other-1", world.mary, Set.of(), 1);
    ConsentTerms terms =
        new ConsentTerms(
            like.id(),
            new ActorReference(ActorReference.Kind.PATIENT, other.card().party().toString(), ""),
            like.grantee(),
            like.writers(),
            like.purpose(),
            like.classes(),
            like.years(),
            like.made(),
            like.from(),
            like.until());
    try (PairStreams pair = world.people.pair(world.mary, other.card())) {
      ConsentWorld.require(
          world.care.consentDesk().ask(world.mary, other.card(), pair, terms, ConsentWorld.DESK));
    }
  }

  private PatientSession session(PatientParty patient) throws RefusedException {
    return PatientSession.open(patient, world.network.deployment());
  }

  private static void assertWaiting(WriteOutcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-CONS-13"));
  }
}
