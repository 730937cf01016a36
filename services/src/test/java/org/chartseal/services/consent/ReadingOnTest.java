package org.chartseal.services.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.ReadingDetail;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
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

/** What is written into a record while it is open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadingOnTest {

  private static final Owner DESK = new Owner("desk");

  @TempDir static Path folder;

  private ConsentWorld world;
  private Set<LaneReading.Filled> known = Set.of();

  @BeforeAll
  void open_a_record() throws Exception {
    world = new ConsentWorld(TestNetwork.start(folder));
    for (OrganisationParty asker : List.of(world.hana, world.mary)) {
      world.ask(asker, world.terms("of-" + asker.name(), asker, Set.of(2019, 2020)));
      world.network.drain();
      try (PatientSession session = world.session();
          PatientBooks books = world.care.patientDesk().read(session)) {
        Ask ask = books.open().getFirst();
        ConsentWorld.require(
            world.care.patientDesk().approve(session, books, ask, ask.terms(), DESK));
      }
      world.network.drain();
    }
    ConsentWorld.Opening opening = world.open(world.hana);
    assertThat(opening.entries()).hasSize(2);
    known = opening.entries().stream().map(RecordEntry::anchor).collect(Collectors.toSet());
    world.network.drain();
  }

  @AfterAll
  void tear_down() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  @Order(1)
  void reading_on_opens_what_is_new_proven_and_leaves_no_other_receipt() {
    JobId newest = world.network.outbox().newest();
    assertThat(readOn(world.hana).entries()).isEmpty();
    world.anchor(world.clinical(SensitivityClass.GENERAL, 0, 2020, 1));
    assertThat(readOn(world.hana).entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.isProven()).as(entry.verdict().toString()).isTrue();
          assertThat(entry.anchor().place().n()).isEqualTo(1);
        });
    assertThat(world.network.outbox().newest()).isEqualTo(newest);
  }

  @Test
  @Order(2)
  void what_others_wrote_is_not_read_without_a_receipt() {
    known = Set.of();
    ConsentWorld.Opening opening = readOn(world.mary);
    assertThat(opening.outcome()).isInstanceOf(OpeningOutcome.Opened.class);
    assertThat(opening.entries()).isEmpty();
  }

  @Test
  @Order(3)
  void when_the_consent_was_taken_back_nothing_is_read_on_and_the_record_has_to_be_closed()
      throws Exception {
    OpeningOutcome.Opened opened = (OpeningOutcome.Opened) readOn(world.hana).outcome();
    assertThat(over(opened.terms(), InstantSource.system())).isEmpty();
    assertThat(over(List.of(), InstantSource.system())).isEmpty();
    assertThat(over(opened.terms(), () -> world.now.plus(Duration.ofHours(9))))
        .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("CS-CONS-04"));
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      ConsentWorld.require(
          world.care.patientDesk().revoke(session, books, "of-" + world.hana.name(), DESK));
    }
    world.network.drain();
    assertThat(readOn(world.hana).outcome())
        .isInstanceOfSatisfying(
            OpeningOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-CONS-03"));
    for (List<ConsentTerms> under : List.of(opened.terms(), List.<ConsentTerms>of())) {
      assertThat(over(under, InstantSource.system()))
          .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("CS-CONS-03"));
    }
  }

  private Optional<Fault> over(List<ConsentTerms> under, InstantSource at) throws RefusedException {
    try (PairStreams pair = world.people.pair(world.hana, world.card())) {
      return world
          .care
          .opening(world.network.ledger(), at)
          .over(world.hana.id(), world.card(), pair, PurposeOfUse.TREATMENT, under);
    }
  }

  private ConsentWorld.Opening readOn(OrganisationParty reading) {
    List<RecordEntry> entries = new ArrayList<>();
    try (PairStreams pair = world.people.pair(reading, world.card())) {
      OpeningOutcome outcome =
          world
              .care
              .opening()
              .readOwn(
                  reading.id(),
                  world.card(),
                  pair,
                  PurposeOfUse.TREATMENT,
                  new OpeningScope(
                      stream -> true, ReadingDetail.CONTENTS, place -> !known.contains(place)),
                  Progress.NONE,
                  entries::add);
      return new ConsentWorld.Opening(outcome, entries);
    }
  }
}
