package org.chartseal.services.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.OpenOutcome;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.internal.SqliteOutbox;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OpenedManifest;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.testing.Care;
import org.chartseal.services.testing.HandMade;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two consoles of one hospital, each with its own outbox, write the same lane at the same time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisplacedEntriesTest {

  private static final Owner DESK = new Owner("desk");

  @TempDir static Path folder;

  private TestNetwork network;
  private People people;
  private OrganisationParty hana;
  private UnlockedIdentity kim;
  private PatientCard card;
  private Outbox atTheWard;
  private Care reception;
  private Care ward;

  @BeforeAll
  void bring_up_the_network() throws Exception {
    network = TestNetwork.start(folder);
    people = new People(network);
    hana = network.organisation(1, "hana", OrganisationRole.PROVIDER);
    people.know(hana);
    kim = network.practitioner(hana, "kim");
    PatientDetails child = new PatientDetails("Ada Doe", "2010-01-02", "female", List.of());
    card = people.card(hana, child, "patient").card();
    atTheWard = network.outbox("ward.sqlite");
    reception = new Care(network, people);
    ward = new Care(network, people, atTheWard);
  }

  @AfterAll
  void tear_down() {
    ward.close();
    reception.close();
    atTheWard.close();
    network.close();
  }

  @Test
  void entries_that_lost_their_places_end_final_and_proven_behind_those_that_won_them()
      throws Exception {
    List<JobId> won = write(reception, 2012, "first", "second");
    List<JobId> lost = write(ward, 2012, "third", "fourth");
    network.drain();
    network.drain(atTheWard);
    assertThat(states(network.outbox(), won)).containsOnly(JobState.FINAL);
    assertThat(states(atTheWard, lost)).containsOnly(JobState.MOVED);

    assertThat(restore(ward, hana.keys()))
        .as("only their author can sign them")
        .isEqualTo(new DisplacedEntries.Outcome.Restored(0));
    assertThat(restore(ward, kim)).isEqualTo(new DisplacedEntries.Outcome.Restored(2));
    assertThat(restore(ward, kim)).isEqualTo(new DisplacedEntries.Outcome.Restored(0));
    network.drain(atTheWard);

    assertThat(states(atTheWard, lost)).containsOnly(JobState.FINAL);
    assertStandingInOrder(2012, "first", "second", "third", "fourth");
  }

  @Test
  void what_a_person_was_not_shown_is_not_signed_with_the_rest() throws Exception {
    write(reception, 2011, "first", "second");
    List<JobId> lost = write(ward, 2011, "third", "fourth");
    network.drain();
    network.drain(atTheWard);
    JobId shown = lost.get(1);
    assertThat(restore(ward, kim, shown::equals))
        .isEqualTo(new DisplacedEntries.Outcome.Restored(1));
    network.drain(atTheWard);
    assertThat(states(atTheWard, lost)).containsExactly(JobState.MOVED, JobState.FINAL);
    assertThat(restore(ward, kim)).isEqualTo(new DisplacedEntries.Outcome.Restored(1));
    network.drain(atTheWard);
    assertStandingInOrder(2011, "first", "second", "fourth", "third");
  }

  @Test
  void what_is_written_after_an_entry_that_lost_its_place_follows_what_stands_there()
      throws Exception {
    write(reception, 2013, "first");
    JobId lost = write(ward, 2013, "second").getFirst();
    network.drain();
    network.drain(atTheWard);
    JobId later = write(ward, 2013, "third").getFirst();
    network.drain(atTheWard);
    assertThat(restore(ward, kim)).isEqualTo(new DisplacedEntries.Outcome.Restored(1));
    network.drain(atTheWard);

    assertThat(states(atTheWard, List.of(lost, later))).containsOnly(JobState.FINAL);
    assertStandingInOrder(2013, "first", "third", "second");
  }

  @Test
  void the_organisations_own_next_entry_takes_along_what_lost_its_place() throws Exception {
    try (PairStreams pair = people.pair(hana, card)) {
      StreamAccess stream = pair.stream(hana.id(), SensitivityClass.GENERAL, 0, 2014);
      for (Care console : List.of(reception, ward)) {
        queued(console.entries().write(hana, List.of(draft(hana.keys(), stream, "receipt")), DESK));
      }
      network.drain();
      network.drain(atTheWard);
      assertThat(atTheWard.displaced(hana.id(), KeyId.of(hana.keys().signing().publicKey())))
          .hasSize(1);
      queued(ward.entries().write(hana, List.of(draft(hana.keys(), stream, "last")), DESK));
      network.drain(atTheWard);
    }
    assertThat(atTheWard.pending()).isEmpty();
    assertStandingInOrder(2014, "receipt", "receipt", "last");
  }

  @Test
  void a_kill_at_any_moment_of_the_move_loses_nothing_and_doubles_nothing() throws Exception {
    boolean killed = true;
    int moment = 0;
    for (int year = 2015; killed; year++, moment++) {
      write(reception, year, "first", "second");
      List<JobId> lost = write(ward, year, "third", "fourth");
      network.drain();
      network.drain(atTheWard);
      assertThat(states(atTheWard, lost)).containsOnly(JobState.MOVED);

      killed = isKilledAt(moment);
      restore(ward, kim);
      network.drain(atTheWard);
      assertThat(states(atTheWard, lost)).as("killed at %s", moment).containsOnly(JobState.FINAL);
      assertStandingInOrder(year, "first", "second", "third", "fourth");
    }
    assertThat(moment)
        .as("two entries moved and one signature, each before and after")
        .isEqualTo(7);
  }

  /** Moves what lost its place in a process that dies at this commit, or has no so many. */
  private boolean isKilledAt(int moment) throws Exception {
    int[] left = {Integer.MAX_VALUE};
    OpenOutcome opened =
        SqliteOutbox.open(
            folder.resolve("ward.sqlite"),
            network.deployment(),
            InstantSource.system(),
            () -> {
              if (left[0]-- == 0) {
                throw new Killed();
              }
            });
    try (Outbox outbox = ((OpenOutcome.Opened) opened).outbox();
        Care console = new Care(network, people, outbox)) {
      left[0] = moment;
      restore(console, kim);
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private List<JobId> write(Care console, int year, String... titles) {
    try (PairStreams pair = people.pair(hana, card)) {
      StreamAccess stream = pair.stream(hana.id(), SensitivityClass.GENERAL, 0, year);
      List<EntryDraft> drafts = new ArrayList<>();
      for (String title : titles) {
        drafts.add(draft(kim, stream, title));
      }
      List<JobId> jobs = queued(console.writer().queue(drafts, DESK));
      assertThat(console.signing().sign(kim, hana.id(), jobs))
          .isEqualTo(new SigningDesk.Outcome.Signed(titles.length));
      return jobs;
    }
  }

  private static List<JobId> queued(WriteOutcome outcome) {
    assertThat(outcome).isInstanceOf(WriteOutcome.Queued.class);
    return ((WriteOutcome.Queued) outcome)
        .entries().stream().map(entry -> entry.job().id()).toList();
  }

  private EntryDraft draft(UnlockedIdentity author, StreamAccess stream, String title) {
    EntryDescription description =
        new EntryDescription(
            EntryKind.NOTE,
            card.party(),
            hana.id(),
            author.signing().publicKey(),
            "Dr Kim",
            stream.stream().year() + "-05-06",
            Instant.now(),
            title,
            Map.of(),
            Optional.of(network.publish(author)));
    return new EntryDraft(
        stream, OrganisationEntries.LANE, description, HandMade.content(title), Optional.empty());
  }

  private DisplacedEntries.Outcome restore(Care console, UnlockedIdentity keys) {
    return restore(console, keys, entry -> true);
  }

  private DisplacedEntries.Outcome restore(
      Care console, UnlockedIdentity keys, Predicate<JobId> shown) {
    try (PairStreams pair = people.pair(hana, card);
        PairStreamFinder streams =
            new PairStreamFinder(pair, hana.id(), 2010, 2030, sensitivity -> 0)) {
      return console.displaced().restore(hana.id(), streams, keys, shown);
    }
  }

  private static List<JobState> states(Outbox outbox, List<JobId> jobs) {
    return jobs.stream()
        .map(job -> outbox.find(job).map(Queued::job).orElseThrow().state())
        .toList();
  }

  /** Each entry once, proven, without a gap, and naming the one that stands before it. */
  private void assertStandingInOrder(int year, String... titles) {
    List<RecordEntry> entries = new ArrayList<>();
    try (PairStreams pair = people.pair(hana, card)) {
      StreamAccess stream = pair.stream(hana.id(), SensitivityClass.GENERAL, 0, year);
      ward.reader().read(pair.patient(), List.of(stream), Progress.NONE, entries::add);
      entries.sort(Comparator.comparingInt(entry -> entry.anchor().place().n()));
      assertThat(entries.stream().map(entry -> entry.description().orElseThrow().title()))
          .containsExactly(titles);
      assertThat(entries).allMatch(RecordEntry::isProven);
      Set<Integer> places = new HashSet<>();
      entries.forEach(entry -> places.add(entry.anchor().place().n()));
      assertThat(places).hasSize(titles.length).contains(0, titles.length - 1);
      for (int i = 1; i < titles.length; i++) {
        assertThat(previous(stream, entries.get(i)))
            .contains(entries.get(i - 1).reference().orElseThrow().digests());
      }
    }
  }

  private Optional<EntryDigests> previous(StreamAccess stream, RecordEntry entry) {
    Cid cid = new Cid(entry.reference().orElseThrow().manifestDigest());
    byte[] block = ((BlockStore.GetOutcome.Found) network.blocks().get(cid)).block();
    var opened =
        ward.opener()
            .openManifest(
                stream.keys(), entry.anchor().place(), entry.anchor().slot().slot(), block);
    try (OpenedManifest manifest =
        ((org.chartseal.services.seal.OpenOutcome.Opened) opened).manifest()) {
      return manifest.manifest().previous();
    }
  }
}
