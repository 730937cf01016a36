package org.chartseal.services.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.testing.HandMade;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A hospital has entries in its outbox for streams that the patient has ended meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamEndsTest {

  @TempDir static Path folder;

  private ConsentWorld world;

  @BeforeAll
  void bring_up_the_network() throws Exception {
    world = new ConsentWorld(TestNetwork.start(folder));
    world.ask(world.mary, world.terms("mary-1", world.mary, Set.of()));
    world.network.drain();
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      Ask ask = books.open().getFirst();
      ConsentWorld.require(
          world.care.patientDesk().approve(session, books, ask, ask.terms(), ConsentWorld.DESK));
    }
    world.network.drain();
    try (PatientSession session = world.session();
        PatientBooks books = world.care.patientDesk().read(session)) {
      ConsentWorld.require(
          world.care.patientDesk().revoke(session, books, "mary-1", ConsentWorld.DESK));
    }
    world.network.drain();
  }

  @AfterAll
  void tear_down() {
    world.close();
  }

  @Test
  void an_end_waits_for_what_is_signed_in_the_streams_that_it_closes_and_the_rest_moves_on() {
    Outbox outbox = world.network.outbox();
    QueuedEntry signed = queue(2020, 1);
    assertThat(
            world
                .care
                .signing()
                .sign(world.hana.keys(), world.hana.id(), List.of(signed.job().id())))
        .isEqualTo(new SigningDesk.Outcome.Signed(1));
    QueuedEntry second = queue(2021, 0);
    QueuedEntry third = queue(2021, 1);
    assertThat(third.lane()).isEqualTo(second.lane());

    try (PairStreams pair = world.people.pair(world.hana, world.card());
        PairBook book = world.book(world.hana)) {
      assertThat(world.care.keeper().keep(world.hana, world.card(), pair, book, new Owner("end")))
          .isEqualTo(new StreamKeeper.Outcome.Kept(1));
      for (QueuedEntry draft : List.of(second, third)) {
        QueuedEntry moved = (QueuedEntry) outbox.find(draft.job().id()).orElseThrow();
        assertThat(moved.job().state()).isEqualTo(JobState.DRAFT);
        assertThat(moved.lane().stream()).isEqualTo(stream(pair, 1, 2021).keys().fingerprint());
      }
      assertThat(
              world
                  .care
                  .signing()
                  .sign(
                      world.hana.keys(),
                      world.hana.id(),
                      List.of(second.job().id(), third.job().id())))
          .isEqualTo(new SigningDesk.Outcome.Signed(2));
      world.network.drain();

      QueuedEntry end = (QueuedEntry) outbox.ofOwner(new Owner("end")).getFirst();
      assertThat(end.job().state()).isEqualTo(JobState.FINAL);
      assertThat(blockOf(end.slot()))
          .as("sent when what it waits for was final")
          .isGreaterThanOrEqualTo(
              blockOf(signed.slot()) + world.network.ledgerNetwork().finalityDepth());
      assertThat(world.read(List.of(stream(pair, 0, StreamId.CONTROL_YEAR), stream(pair, 0, 2020))))
          .hasSize(2)
          .allMatch(RecordEntry::isProven);
      assertThat(world.read(List.of(stream(pair, 0, 2021)))).isEmpty();
      assertThat(world.read(List.of(stream(pair, 1, 2021))))
          .hasSize(2)
          .allMatch(RecordEntry::isProven);
    }
  }

  private QueuedEntry queue(int year, int number) {
    try (PairStreams pair = world.people.pair(world.hana, world.card())) {
      EntryDraft draft =
          new EntryDraft(
              stream(pair, 0, year),
              OrganisationEntries.LANE,
              new EntryDescription(
                  EntryKind.NOTE,
                  world.card().party(),
                  world.hana.id(),
                  world.hana.keys().signing().publicKey(),
                  "Hana",
                  year + "-06-07",
                  Instant.now(),
                  "Note",
                  Map.of(),
                  world.hana.certificates()),
              HandMade.content("n" + number),
              Optional.empty());
      WriteOutcome outcome = world.care.writer().queue(List.of(draft), ConsentWorld.DESK);
      assertThat(outcome).isInstanceOf(WriteOutcome.Queued.class);
      QueuedEntry queued = ((WriteOutcome.Queued) outcome).entries().getFirst();
      assertThat(queued.place()).isEqualTo(new Place(0, number));
      return queued;
    }
  }

  private long blockOf(LedgerSlot slot) {
    Word word =
        ((SlotState.Filled)
                ((ReadOutcome.Proven)
                        world
                            .network
                            .ledger()
                            .read(world.network.head(), LedgerQuery.ofSlots(Set.of(slot))))
                    .slots()
                    .get(slot))
            .word();
    return world
        .network
        .ledger()
        .evidence(Map.of(slot, word))
        .get(slot)
        .transaction()
        .orElseThrow()
        .block();
  }

  private StreamAccess stream(PairStreams pair, int generation, int year) {
    return pair.stream(world.hana.id(), SensitivityClass.GENERAL, generation, year);
  }
}
