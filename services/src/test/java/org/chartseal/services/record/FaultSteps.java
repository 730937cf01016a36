package org.chartseal.services.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.testing.Care;
import org.chartseal.services.testing.HandMade;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;

/** A hospital whose practitioner writes about one patient, an entry a year. */
abstract class FaultSteps {

  /** The year of an entry that is anchored by hand before the first test. */
  static final int GOOD = 2001;

  private static final Owner DESK = new Owner("desk");

  // Filled by open, before the first test.
  TestNetwork network;

  Care care;

  HandMade hand;

  OrganisationParty hospital;

  UnlockedIdentity kim;

  PairStreams pair;

  void open(Path folder) throws IOException {
    network = TestNetwork.start(folder);
    People people = new People(network);
    care = new Care(network, people);
    hand = new HandMade(network, care);
    hospital = network.organisation(1, "hana", OrganisationRole.PROVIDER);
    kim = network.practitioner(hospital, "kim");
    PatientDetails ada = new PatientDetails("Ada Doe", "1970-01-02", "female", List.of());
    pair = people.pair(hospital, people.card(hospital, ada, "patient").card());
    network.submit(
        hand.anchoring(kim, hospital.id(), List.of(sealed(GOOD, said(kim, GOOD)).reference())));
  }

  void close() {
    pair.close();
    care.close();
    network.close();
  }

  StreamAccess stream(int year) {
    return pair.stream(hospital.id(), SensitivityClass.GENERAL, 0, year);
  }

  EntryDescription said(UnlockedIdentity author, int year) {
    return new EntryDescription(
        EntryKind.NOTE,
        pair.patient().party(),
        hospital.id(),
        author.signing().publicKey(),
        "Dr Kim",
        year + "-05-06",
        Instant.now(),
        "Note",
        Map.of(),
        Optional.of(network.publish(author)));
  }

  SealedEntry sealed(int year, EntryDescription said) {
    return hand.seal(stream(year), 0, said, HandMade.content("o1"));
  }

  Queued.QueuedEntry queue(int year, UnlockedIdentity author) {
    EntryDraft draft =
        new EntryDraft(
            stream(year),
            OrganisationEntries.LANE,
            said(author, year),
            HandMade.content("o1"),
            Optional.empty());
    WriteOutcome outcome = care.writer().queue(List.of(draft), DESK);
    assertThat(outcome).isInstanceOf(WriteOutcome.Queued.class);
    return ((WriteOutcome.Queued) outcome).entries().getFirst();
  }

  SigningDesk.Outcome sign(UnlockedIdentity keys, Queued.QueuedEntry entry) {
    return care.signing().sign(keys, hospital.id(), List.of(entry.job().id()));
  }

  JobState state(Queued.QueuedEntry entry) {
    return network.outbox().find(entry.job().id()).orElseThrow().job().state();
  }

  RecordEntry read(int year) {
    List<RecordEntry> entries = new ArrayList<>();
    care.reader().read(pair.patient(), List.of(stream(year)), Progress.NONE, entries::add);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
