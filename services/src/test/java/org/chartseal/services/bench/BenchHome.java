package org.chartseal.services.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.testing.Care;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;

/** A network with a hospital that writes, one that reads, and a patient whose record grows. */
final class BenchHome implements AutoCloseable {

  /** How many entries are signed by one statement, and anchored by one transaction. */
  static final int RUN = 256;

  static final Owner DESK = new Owner("bench");

  private static final int YEARS = 40;

  private final TestNetwork network;
  private final People people;
  private final Care care;
  private final SyntheaContents contents;
  private final OrganisationParty writing;
  private final OrganisationParty reading;
  private final UnlockedIdentity clinician;
  private final Hash32 certificates;
  private final SignedCard card;
  private final int today = Year.now(ZoneOffset.UTC).getValue();
  private int written;

  private BenchHome(Path folder, Path fixtures) throws IOException, RefusedException {
    network = TestNetwork.start(folder);
    people = new People(network);
    care = new Care(network, people);
    contents =
        SyntheaContents.read(fixtures.resolve("synthea/fhir"), care.documents(), care.extractor());
    writing = organisation(1, "hana");
    reading = organisation(2, "mary");
    clinician = network.practitioner(writing, "kim");
    certificates = network.publish(clinician);
    PatientDetails person = contents.person();
    card =
        people.card(
            writing,
            new PatientDetails(
                person.name(), firstYear() + "-01-01", person.gender(), person.identifiers()),
            "patient");
  }

  /**
   * Brings a network up in an empty folder.
   *
   * @param fixtures the folder of sample documents
   */
  static BenchHome start(Path folder, Path fixtures) throws IOException, RefusedException {
    return new BenchHome(folder, fixtures);
  }

  /** Registers a further organisation. */
  OrganisationParty organisation(long number, String name) {
    OrganisationParty party = network.organisation(number, name, OrganisationRole.PROVIDER);
    people.know(party);
    return party;
  }

  /** Puts an organisation into the patient's index. */
  void relate(OrganisationParty party, int lane) throws RefusedException {
    try (PatientSession session = session()) {
      queued(care.relations().add(session, people.find(party.id()).orElseThrow(), lane, DESK));
    }
    network.drain();
  }

  /** Lets the record grow to so many entries, a year of the patient's life after the other. */
  void growTo(int entries) {
    try (PairStreams pair = people.pair(writing, card.card())) {
      while (written < entries) {
        List<EntryDraft> drafts = drafts(pair, Math.min(RUN, entries - written));
        sign(clinician, queued(care.writer().queue(drafts, DESK)));
        network.drain();
      }
    }
  }

  /** The next entries of the record; whoever takes them queues them. */
  List<EntryDraft> drafts(PairStreams pair, int count) {
    List<EntryDraft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(draft(pair, written++));
    }
    return drafts;
  }

  private EntryDraft draft(PairStreams pair, int index) {
    int year = Math.min(today, firstYear() + index / RUN);
    EntryDescription description =
        new EntryDescription(
            EntryKind.ENCOUNTER,
            card.card().party(),
            writing.id(),
            clinician.signing().publicKey(),
            "Dr Kim",
            "%04d-01-01".formatted(year),
            Instant.now(),
            "Entry " + index,
            Map.of("what", "A sample of a small entry"),
            Optional.of(certificates));
    return new EntryDraft(
        pair.stream(writing.id(), SensitivityClass.GENERAL, 0, year),
        OrganisationEntries.LANE,
        description,
        contents.get(index),
        Optional.empty());
  }

  /** Signs drafts of the hospital that writes. */
  void sign(UnlockedIdentity keys, List<JobId> jobs) {
    SigningDesk.Outcome outcome = care.signing().sign(keys, writing.id(), jobs);
    if (!(outcome instanceof SigningDesk.Outcome.Signed)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  /** The jobs of what was written, which must have been accepted. */
  static List<JobId> queued(WriteOutcome outcome) {
    if (!(outcome instanceof WriteOutcome.Queued accepted)) {
      throw new IllegalStateException(outcome.toString());
    }
    return accepted.entries().stream().map(Queued::job).map(job -> job.id()).toList();
  }

  /** The year of the first entry, and of the patient's birth. */
  int firstYear() {
    return today - YEARS + 1;
  }

  int thisYear() {
    return today;
  }

  int written() {
    return written;
  }

  TestNetwork network() {
    return network;
  }

  People people() {
    return people;
  }

  Care care() {
    return care;
  }

  OrganisationParty writing() {
    return writing;
  }

  OrganisationParty reading() {
    return reading;
  }

  UnlockedIdentity clinician() {
    return clinician;
  }

  SignedCard card() {
    return card;
  }

  /** The patient with their card in. */
  PatientSession session() throws RefusedException {
    PatientParty patient = people.patient(card, "patient");
    return PatientSession.open(patient, network.deployment());
  }

  @Override
  public void close() {
    care.close();
    network.close();
  }
}
