package org.chartseal.services.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Nothing opens but what the patient granted, to whom it was granted, for as long as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsentFaultsTest {

  @TempDir static Path folder;

  private ConsentWorld world;
  private ConsentTerms marys;
  private ConsentTerms research;
  private ConsentTerms noras;
  private ConsentTerms norasLater;
  private ConsentTerms hanas;

  @BeforeAll
  void ask() throws Exception {
    world = new ConsentWorld(TestNetwork.start(folder));
    marys = world.terms("mary-1", world.mary, Set.of(2019, 2020), 1);
    research = with(world.terms("mary-2", world.mary, Set.of()), PurposeOfUse.RESEARCH);
    noras = world.terms("nora-1", world.nora, Set.of());
    norasLater = from(world.terms("nora-2", world.nora, Set.of()), Duration.ofHours(1));
    hanas = world.terms("hana-1", world.hana, Set.of(), 1);
    world.grantOneself(world.mary, world.terms("self", world.mary, Set.of()));
    world.ask(world.mary, marys);
    world.ask(world.mary, research);
    world.ask(world.nora, noras);
    world.ask(world.nora, norasLater);
    world.ask(world.hana, hanas);
    try (PatientSession session = world.session()) {
      world.misdirect(session, world.mary, world.terms("lost", world.nora, Set.of()));
    }
    world.network.drain();
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  @Order(1)
  void an_asker_does_not_grant_itself_anything_and_a_grant_to_somebody_else_opens_nothing() {
    assertRefused(world.open(world.mary), "CS-CONS-02");
  }

  @Test
  @Order(2)
  void an_answer_gives_no_more_than_was_asked_for() throws RefusedException {
    List<ConsentTerms> wider = new ArrayList<>();
    wider.add(years(marys, Set.of(2019, 2020, 2021)));
    wider.add(years(marys, Set.of()));
    wider.add(classes(marys, List.of(SensitivityClass.GENERAL, ConsentWorld.PSYCHIATRY)));
    wider.add(classes(marys, List.of()));
    wider.add(writers(marys, List.of()));
    wider.add(writers(marys, List.of(organisation("1"), organisation("3"))));
    wider.add(with(marys, PurposeOfUse.RESEARCH));
    wider.add(from(marys, Duration.ofMinutes(-2)));
    wider.add(until(marys, Duration.ofHours(9)));
    wider.add(noras);
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      Ask ask = ask(books, "mary-1");
      for (ConsentTerms terms : wider) {
        assertThatThrownBy(() ->
                world.care.patientDesk().approve(session, books, ask, terms, ConsentWorld.DESK))
            .as(terms.toString())
            .isInstanceOfSatisfying(
                RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo("CS-CONS-08"));
      }
    }
  }

  @Test
  @Order(3)
  void what_was_not_granted_is_not_there() throws RefusedException {
    approve("mary-1", years(marys, Set.of(2020)));
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      ConsentWorld.require(
          world.care.patientDesk().refuse(session, books, ask(books, "mary-2"), ConsentWorld.DESK));
    }
    world.network.drain();
    approve("nora-1", noras);
    approve("nora-2", norasLater);
    approve("hana-1", hanas);

    ConsentWorld.Opening opening = world.open(world.mary);
    assertThat(opening.entries()).hasSize(1);
    assertThat(opening.entries().getFirst().isProven()).isTrue();
    assertThat(opening.entries().getFirst().where().stream().year()).isEqualTo(2020);
    assertThat(opening.entries().getFirst().where().stream().sensitivity())
        .isEqualTo(SensitivityClass.GENERAL);
    RecordOutcome.Opened record =
        (RecordOutcome.Opened) ((OpeningOutcome.Opened) opening.outcome()).record();
    assertThat(record.entries()).as("no count of what is hidden").isEqualTo(1);
    assertThat(record.gaps()).as("no gap where something is hidden").isEmpty();
  }

  @Test
  @Order(4)
  void a_refused_request_opens_nothing_and_is_answered() throws RefusedException {
    assertRefused(
        world.open(
            world.mary, PurposeOfUse.RESEARCH, world.network.ledger(), InstantSource.system()),
        "CS-CONS-07");
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      assertThat(books.open()).isEmpty();
    }
  }

  @Test
  @Order(5)
  void an_expired_grant_opens_nothing_and_neither_does_one_that_has_not_begun() {
    assertRefused(openAfter(Duration.ofHours(9)), "CS-CONS-04");
    assertRefused(openAfter(Duration.ofMinutes(-10)), "CS-CONS-05");
  }

  @Test
  @Order(6)
  void on_an_old_block_consent_is_unknown_and_opens_nothing() throws Exception {
    ProvenLedger stale =
        new LedgerConnection(
                world.network.ledgerNetwork(),
                new NetworkHome(folder.resolve("network")).headMemory(),
                () -> Instant.now().plus(Duration.ofHours(1)))
            .ledger();
    assertRefused(
        world.open(world.mary, PurposeOfUse.TREATMENT, stale, InstantSource.system()),
        "CS-CONS-06");
  }

  @Test
  @Order(7)
  void a_store_that_hides_what_a_patient_wrote_opens_nothing() throws Exception {
    RecordEntry grant;
    try (PairBook book = world.book(world.mary)) {
      grant = book.grants().getFirst().entry();
    }
    Path file = file(new Cid(grant.reference().orElseThrow().manifestDigest()));
    Path aside = folder.resolve("aside");
    Files.move(file, aside);
    assertRefused(world.open(world.mary), "CS-CONS-01");
    Files.move(aside, file);
    assertThat(world.open(world.mary).outcome()).isInstanceOf(OpeningOutcome.Opened.class);
  }

  @Test
  @Order(8)
  void a_revoked_reader_reads_nothing_new_and_the_others_do() throws RefusedException {
    List<StreamAccess> kept = new ArrayList<>();
    try (PairBook book = world.book(world.mary)) {
      for (Grant grant : book.grants()) {
        grant.capabilities().forEach(open -> kept.addAll(open.streams(2018, world.year())));
      }
    }
    revoke("mary-1");
    closeOldGeneration();
    world.network.awaitNextSecond();
    world.anchor(
        world.clinical(SensitivityClass.GENERAL, 1, 2020, 0),
        world.clinical(SensitivityClass.GENERAL, 0, 2020, 1));

    assertRefused(world.open(world.mary), "CS-CONS-03");
    List<RecordEntry> withOldKeys = world.read(kept);
    assertThat(withOldKeys).hasSize(2);
    assertThat(withOldKeys)
        .as("the new generation cannot be found with the old capabilities")
        .allMatch(entry -> entry.where().stream().generation() == 0);
    assertThat(withOldKeys)
        .filteredOn(entry -> entry.anchor().place().n() == 1)
        .as("what is written behind the end is late")
        .allMatch(entry -> entry.verdict().of(Check.ORDER).reason().startsWith("Late"));

    List<RecordEntry> noras = world.open(world.nora).entries();
    assertThat(noras).hasSize(4);
    assertThat(noras.get(3).where().stream().generation()).isEqualTo(1);
    assertThat(noras.get(3).isProven()).isTrue();
  }

  @Test
  @Order(9)
  void a_grant_that_has_not_begun_keeps_its_reach_when_another_is_revoked() {
    try (PairBook book = world.book(world.nora)) {
      assertThat(book.grants())
          .filteredOn(grant -> grant.terms().id().equals("nora-2"))
          .anyMatch(grant ->
              grant.capabilities().stream()
                  .anyMatch(
                      open -> open.writer().equals(world.hana.id()) && open.generation() == 1));
    }
  }

  @Test
  @Order(10)
  void a_consent_that_opens_nobody_elses_entries_can_be_revoked() throws RefusedException {
    assertThat(world.open(world.hana).outcome()).isInstanceOf(OpeningOutcome.Opened.class);
    revoke("hana-1");
    assertRefused(world.open(world.hana), "CS-CONS-03");
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      assertThatThrownBy(
              () -> world.care.patientDesk().revoke(session, books, "hana-1", ConsentWorld.DESK))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo("CS-CONS-10"));
    }
  }

  @Test
  @Order(11)
  void what_was_refused_last_is_named_and_not_the_consent_that_was_revoked_before()
      throws RefusedException {
    world.network.awaitNextSecond();
    world.ask(world.hana, world.terms("hana-2", world.hana, Set.of(), 1));
    world.network.drain();
    assertRefused(world.open(world.hana), "CS-CONS-03");
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      ConsentWorld.require(
          world.care.patientDesk().refuse(session, books, ask(books, "hana-2"), ConsentWorld.DESK));
    }
    world.network.drain();
    assertRefused(world.open(world.hana), "CS-CONS-15");
  }

  private void revoke(String id) throws RefusedException {
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      ConsentWorld.require(world.care.patientDesk().revoke(session, books, id, ConsentWorld.DESK));
    }
    world.network.drain();
  }

  private void closeOldGeneration() {
    try (PairStreams pair = world.people.pair(world.hana, world.card());
        PairBook book = world.book(world.hana)) {
      assertThat(world.care.keeper().keep(world.hana, world.card(), pair, book, ConsentWorld.DESK))
          .isEqualTo(new StreamKeeper.Outcome.Kept(1));
    }
    world.network.drain();
  }

  private void approve(String id, ConsentTerms terms) throws RefusedException {
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      ConsentWorld.require(
          world
              .care
              .patientDesk()
              .approve(session, books, ask(books, id), terms, ConsentWorld.DESK));
    }
    world.network.drain();
  }

  private static Ask ask(PatientBooks books, String id) {
    return books.open().stream()
        .filter(ask -> ask.terms().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private ConsentWorld.Opening openAfter(Duration later) {
    InstantSource clock = () -> Instant.now().plus(later);
    return world.open(world.mary, PurposeOfUse.TREATMENT, world.network.ledger(), clock);
  }

  private static void assertRefused(ConsentWorld.Opening opening, String code) {
    assertThat(opening.entries()).isEmpty();
    assertThat(opening.outcome())
        .isInstanceOfSatisfying(
            OpeningOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo(code));
  }

  private static Path file(Cid cid) {
    String text = cid.text();
    return folder
        .resolve("blocks")
        .resolve(text.substring(text.length() - 3, text.length() - 1))
        .resolve(text);
  }

  private static ActorReference organisation(String number) {
    return new ActorReference(ActorReference.Kind.ORGANISATION, number, "");
  }

  private static ConsentTerms years(ConsentTerms terms, Set<Integer> years) {
    return copy(
        terms,
        terms.writers(),
        terms.purpose(),
        terms.classes(),
        years,
        terms.from(),
        terms.until());
  }

  private static ConsentTerms classes(ConsentTerms terms, List<SensitivityClass> classes) {
    return copy(
        terms,
        terms.writers(),
        terms.purpose(),
        classes,
        terms.years(),
        terms.from(),
        terms.until());
  }

  private static ConsentTerms writers(ConsentTerms terms, List<ActorReference> writers) {
    return copy(
        terms,
        writers,
        terms.purpose(),
        terms.classes(),
        terms.years(),
        terms.from(),
        terms.until());
  }

  private static ConsentTerms with(ConsentTerms terms, PurposeOfUse purpose) {
    return copy(
        terms,
        terms.writers(),
        purpose,
        terms.classes(),
        terms.years(),
        terms.from(),
        terms.until());
  }

  private static ConsentTerms from(ConsentTerms terms, Duration later) {
    return copy(
        terms,
        terms.writers(),
        terms.purpose(),
        terms.classes(),
        terms.years(),
        terms.made().plus(later),
        terms.until());
  }

  private static ConsentTerms until(ConsentTerms terms, Duration later) {
    return copy(
        terms,
        terms.writers(),
        terms.purpose(),
        terms.classes(),
        terms.years(),
        terms.from(),
        terms.made().plus(later));
  }

  private static ConsentTerms copy(
      ConsentTerms terms,
      List<ActorReference> writers,
      PurposeOfUse purpose,
      List<SensitivityClass> classes,
      Set<Integer> years,
      Instant from,
      Instant until) {
    return new ConsentTerms(
        terms.id(),
        terms.patient(),
        terms.grantee(),
        writers,
        purpose,
        classes,
        new TreeSet<>(years),
        terms.made(),
        from,
        until);
  }
}
