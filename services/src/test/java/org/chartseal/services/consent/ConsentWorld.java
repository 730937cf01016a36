package org.chartseal.services.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.testing.Care;
import org.chartseal.services.testing.HandMade;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;

/** A child's record at one hospital, and two other hospitals that ask to see it. */
final class ConsentWorld implements AutoCloseable {

  static final Owner DESK = new Owner("desk");
  static final SensitivityClass PSYCHIATRY = SensitivityClass.parse("PSY");

  final TestNetwork network;
  final Care care;
  final People people;
  final HandMade hand;
  final OrganisationParty hana;
  final OrganisationParty mary;
  final OrganisationParty nora;
  final PatientParty patient;
  final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  ConsentWorld(TestNetwork network) throws RefusedException {
    this.network = network;
    people = new People(network);
    care = new Care(network, people);
    hand = new HandMade(network, care);
    hana = hospital(1, "hana");
    mary = hospital(2, "mary");
    nora = hospital(3, "nora");
    PatientDetails child = new PatientDetails("Ada Doe", "2018-01-02", "female", List.of());
    patient = people.patient(people.card(hana, child, "patient"), "patient");
    anchor(
        clinical(SensitivityClass.GENERAL, 0, 2019, 0),
        clinical(SensitivityClass.GENERAL, 0, 2020, 0),
        clinical(PSYCHIATRY, 0, 2020, 0));
    try (PatientSession session = session()) {
      for (OrganisationParty hospital : List.of(hana, mary, nora)) {
        require(care.relations().add(session, people.find(hospital.id()).orElseThrow(), 0, DESK));
      }
    }
    network.drain();
  }

  private OrganisationParty hospital(long number, String name) {
    OrganisationParty party = network.organisation(number, name, OrganisationRole.PROVIDER);
    people.know(party);
    return party;
  }

  PatientCard card() {
    return patient.card();
  }

  PatientSession session() throws RefusedException {
    return PatientSession.open(patient, network.deployment());
  }

  /** A note of the first hospital, sealed for that place. */
  SealedEntry clinical(SensitivityClass sensitivity, int generation, int year, int n) {
    try (PairStreams pair = people.pair(hana, card())) {
      return hand.seal(
          pair.stream(hana.id(), sensitivity, generation, year),
          n,
          said(hana, EntryKind.NOTE, year + "-05-06"),
          HandMade.content("o" + n));
    }
  }

  void anchor(SealedEntry... entries) {
    anchor(hana, entries);
  }

  private void anchor(OrganisationParty author, SealedEntry... entries) {
    network.submit(
        hand.anchoring(
            author.keys(),
            author.id(),
            List.of(entries).stream().map(SealedEntry::reference).toList()));
  }

  /** The asker writes a patient's grant into its own stream. */
  void grantOneself(OrganisationParty asker, ConsentTerms terms) {
    try (PairStreams pair = people.pair(asker, card())) {
      anchor(
          asker,
          hand.seal(
              pair.stream(asker.id(), SensitivityClass.CONSENT, 0, year()),
              0,
              said(asker, EntryKind.GRANT, now.toString().substring(0, 10)),
              consent(terms)));
    }
  }

  /** The patient's console sends one hospital's grant to another. */
  void misdirect(PatientSession session, OrganisationParty to, ConsentTerms terms)
      throws RefusedException {
    EntryDraft draft =
        new EntryDraft(
            session.with(people.find(to.id()).orElseThrow()).stream(
                OrganisationId.PATIENTS, SensitivityClass.CONSENT, 0, year()),
            0,
            new EntryDescription(
                EntryKind.GRANT,
                card().party(),
                OrganisationId.PATIENTS,
                card().signingKey(),
                "Ada Doe",
                now.toString().substring(0, 10),
                now,
                "Consent",
                Map.of()),
            consent(terms),
            Optional.empty());
    require(
        care.patientWriter()
            .queue(patient.keys(), session.slots(), List.of(draft), List.of(), DESK));
  }

  private Content consent(ConsentTerms terms) {
    return new Content(
        List.of(
            new Part(
                PartRole.RESOURCE,
                "application/fhir+json",
                care.consents().resource(terms, ConsentResources.State.ACTIVE))));
  }

  private EntryDescription said(OrganisationParty author, EntryKind kind, String date) {
    return new EntryDescription(
        kind,
        card().party(),
        author.id(),
        author.keys().signing().publicKey(),
        author.name(),
        date,
        Instant.now(),
        "Note",
        Map.of(),
        author.certificates());
  }

  void ask(OrganisationParty asker, ConsentTerms terms) {
    try (PairStreams pair = people.pair(asker, card())) {
      require(care.consentDesk().ask(asker, card(), pair, terms, DESK));
    }
  }

  /** What one hospital asks for: general notes, for treatment, for eight hours. */
  ConsentTerms terms(String id, OrganisationParty asker, Set<Integer> years, long... writers) {
    List<ActorReference> named = new ArrayList<>();
    for (long writer : writers) {
      named.add(organisation(writer));
    }
    return new ConsentTerms(
        id,
        new ActorReference(ActorReference.Kind.PATIENT, card().party().toString(), ""),
        organisation(asker.id().number()),
        named,
        PurposeOfUse.TREATMENT,
        List.of(SensitivityClass.GENERAL),
        new TreeSet<>(years),
        now,
        now.minusSeconds(60),
        now.plus(Duration.ofHours(8)));
  }

  private static ActorReference organisation(long number) {
    return new ActorReference(ActorReference.Kind.ORGANISATION, Long.toString(number), "");
  }

  PairBook book(OrganisationParty organisation) {
    try (PairStreams pair = people.pair(organisation, card())) {
      return switch (care.books().read(card(), organisation.id(), pair)) {
        case PairBookOutcome.Read(PairBook book) -> book;
        case PairBookOutcome.Failed(var fault) -> throw new IllegalStateException(fault.sentence());
      };
    }
  }

  /** What came of opening, and what was shown, the newest clinical year last. */
  record Opening(OpeningOutcome outcome, List<RecordEntry> entries) {}

  Opening open(OrganisationParty reading) {
    return open(reading, PurposeOfUse.TREATMENT, network.ledger(), InstantSource.system());
  }

  Opening open(
      OrganisationParty reading, PurposeOfUse purpose, ProvenLedger ledger, InstantSource at) {
    List<RecordEntry> entries = new ArrayList<>();
    try (PairStreams pair = people.pair(reading, card())) {
      OpeningOutcome outcome =
          care.opening(ledger, at)
              .open(
                  reading,
                  new ActorReference(ActorReference.Kind.PRACTITIONER, "dr-lee", ""),
                  card(),
                  pair,
                  purpose,
                  DESK,
                  Progress.NONE,
                  entries::add);
      entries.sort(
          Comparator.comparingInt((RecordEntry entry) -> entry.where().stream().year())
              .thenComparingInt(entry -> entry.where().stream().generation())
              .thenComparingInt(entry -> entry.anchor().place().n()));
      return new Opening(outcome, entries);
    }
  }

  List<RecordEntry> read(List<StreamAccess> streams) {
    List<RecordEntry> entries = new ArrayList<>();
    care.reader().read(People.subject(card()), streams, Progress.NONE, entries::add);
    return entries;
  }

  int year() {
    return now.atZone(ZoneOffset.UTC).getYear();
  }

  static void require(WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Refused(var fault)) {
      throw new IllegalStateException(fault.sentence());
    }
  }

  @Override
  public void close() {
    care.close();
    network.close();
  }
}
