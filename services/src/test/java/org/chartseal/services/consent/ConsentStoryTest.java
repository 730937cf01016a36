package org.chartseal.services.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.MatchExplanation;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.record.EntryAuthor;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.testing.Care;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One patient, two hospitals: what one wrote is read by the other while the patient consents, and
 * not a moment longer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsentStoryTest {

  private static final Owner DESK = new Owner("desk");

  @TempDir static Path folder;

  private TestNetwork network;
  private Care care;
  private People people;
  private OrganisationParty writing;
  private OrganisationParty reading;
  private UnlockedIdentity clinician;
  private SignedCard card;
  private PatientParty patient;
  private List<ParsedEntry> documents;

  @BeforeAll
  void bring_up_the_network() throws Exception {
    Path fixtures = Path.of(System.getProperty("chartseal.fixtures", ""));
    Path bundle = fixtures.resolve("synthea/fhir");
    Assumptions.assumeTrue(
        bundle.toFile().isDirectory(), "no fixtures: the consent story is skipped");
    network = TestNetwork.start(folder);
    people = new People(network);
    care = new Care(network, people);
    writing = network.organisation(1, "hana", OrganisationRole.PROVIDER);
    reading = network.organisation(2, "mary", OrganisationRole.PROVIDER);
    people.know(writing);
    people.know(reading);
    clinician = network.practitioner(writing, "kim");
    Path file;
    try (Stream<Path> files = Files.list(bundle)) {
      file =
          files
              .filter(path -> path.toString().endsWith(".json"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    documents =
        switch (care.documents().read(new DocumentSource.OnDisk(file), Progress.NONE)) {
          case ReadResult.Parsed parsed -> parsed.entries();
          case ReadResult.Rejected(var fault) -> throw new IllegalStateException(fault.sentence());
        };
    card = people.card(writing, documents.getFirst().patient(), "patient");
    patient = people.patient(card, "patient");
  }

  @AfterAll
  void tear_down() {
    if (network != null) {
      care.close();
      network.close();
    }
  }

  @Test
  @Order(1)
  void a_clinician_signs_a_life_with_one_pin_and_it_becomes_final() throws Exception {
    try (PairStreams pair = people.pair(writing, card.card())) {
      EntryAuthor author =
          new EntryAuthor(
              writing.id(),
              clinician.signing().publicKey(),
              "Dr Kim",
              Optional.of(network.publish(clinician)));
      DocumentFiling.Outcome outcome = file(pair, author);
      assertThat(outcome).isInstanceOf(DocumentFiling.Outcome.Done.class);
      List<DocumentFiling.Filed> filed = ((DocumentFiling.Outcome.Done) outcome).entries();
      assertThat(filed).hasSameSizeAs(documents);
      assertThat(filed).allMatch(DocumentFiling.Filed.Drafted.class::isInstance);
      assertThat(
              care.signing()
                  .sign(
                      clinician,
                      writing.id(),
                      network.outbox().unsigned(writing.id()).stream()
                          .map(Queued::job)
                          .map(job -> job.id())
                          .toList()))
          .isEqualTo(new SigningDesk.Outcome.Signed(documents.size()));
      network.drain();
      assertThat(network.outbox().pending()).isEmpty();
      assertThat(((DocumentFiling.Outcome.Done) file(pair, author)).entries())
          .allMatch(DocumentFiling.Filed.Known.class::isInstance);
    }
    try (PatientSession session = session()) {
      assertThat(care.relations().add(session, people.find(writing.id()).orElseThrow(), 0, DESK))
          .isInstanceOf(WriteOutcome.Queued.class);
      network.drain();
      assertThat(care.relations().add(session, people.find(reading.id()).orElseThrow(), 1, DESK))
          .isInstanceOf(WriteOutcome.Queued.class);
      network.drain();
      assertThat(care.relations().read(session))
          .containsExactlyInAnyOrder(writing.id(), reading.id());
    }
  }

  @Test
  @Order(2)
  void without_consent_nothing_is_opened() {
    assertThat(open(new ArrayList<>()))
        .isInstanceOfSatisfying(
            OpeningOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-CONS-02"));
  }

  @Test
  @Order(2)
  void a_document_is_known_again_when_the_patient_has_begun_a_new_generation() {
    try (PairStreams pair = people.pair(writing, card.card())) {
      EntryAuthor author =
          new EntryAuthor(
              writing.id(), clinician.signing().publicKey(), "Dr Kim", Optional.empty());
      assertThat(((DocumentFiling.Outcome.Done) file(pair, author, 1, documents)).entries())
          .allMatch(DocumentFiling.Filed.Known.class::isInstance);
    }
  }

  @Test
  @Order(2)
  void the_same_document_twice_is_known_and_stays_one_entry() {
    try (PairStreams pair = people.pair(writing, card.card())) {
      ParsedEntry document = documents.getFirst();
      assertThat(
              ((DocumentFiling.Outcome.Done) file(pair, author(), 0, List.of(document, document)))
                  .entries())
          .hasSize(2)
          .allMatch(DocumentFiling.Filed.Known.class::isInstance);
      ParsedEntry fresh = note("2020-06-06", "Once");
      List<DocumentFiling.Filed> filed =
          ((DocumentFiling.Outcome.Done) file(pair, author(), 0, List.of(fresh, fresh))).entries();
      assertThat(filed.getFirst()).isInstanceOf(DocumentFiling.Filed.Drafted.class);
      assertThat(filed.getLast()).isInstanceOf(DocumentFiling.Filed.Known.class);
      assertThat(network.outbox().unsigned(writing.id())).hasSize(1);
      discard(filed.getFirst());
    }
  }

  @Test
  @Order(2)
  void a_document_of_another_patient_is_explained_and_filed_only_on_a_deliberate_yes() {
    ParsedEntry others =
        new ParsedEntry(
            "note",
            "2020-07-07",
            "Somebody else's",
            "",
            SensitivityClass.GENERAL,
            Map.of(),
            new Content(List.of()),
            new PatientDetails("Somebody Else", "1970-01-01", "", List.of()));
    try (PairStreams pair = people.pair(writing, card.card())) {
      assertThat(((DocumentFiling.Outcome.Done) file(pair, author(), 0, List.of(others))).entries())
          .singleElement()
          .isInstanceOfSatisfying(
              DocumentFiling.Filed.OtherPatient.class,
              other -> {
                assertThat(other.match().verdict()).isEqualTo(MatchExplanation.Verdict.OTHER);
                assertThat(other.match().fields())
                    .anySatisfy(field -> {
                      assertThat(field.comparison()).isEqualTo(MatchExplanation.Comparison.DIFFERS);
                      assertThat(field.document()).isEqualTo("1970-01-01");
                    });
              });
      assertThat(network.outbox().unsigned(writing.id())).isEmpty();
      DocumentFiling.Outcome deliberate =
          care.filing()
              .file(
                  author(),
                  card.card(),
                  pair,
                  sensitivity -> 0,
                  EarlierServices.NONE,
                  List.of(others),
                  DocumentFiling.Match.DELIBERATE);
      discard(((DocumentFiling.Outcome.Done) deliberate).entries().getFirst());
    }
  }

  private EntryAuthor author() {
    return new EntryAuthor(
        writing.id(), clinician.signing().publicKey(), "Dr Kim", Optional.empty());
  }

  private void discard(DocumentFiling.Filed filed) {
    assertThat(filed)
        .isInstanceOfSatisfying(
            DocumentFiling.Filed.Drafted.class,
            drafted -> network.outbox().discard(drafted.queued().job().id()));
  }

  @Test
  @Order(2)
  void one_bad_document_does_not_stop_the_others() {
    try (PairStreams pair = people.pair(writing, card.card())) {
      EntryAuthor author =
          new EntryAuthor(
              writing.id(), clinician.signing().publicKey(), "Dr Kim", Optional.empty());
      List<ParsedEntry> notes =
          List.of(
              note("someday", "No year"),
              note("2999-01-01", "Not yet"),
              note("2020-05-05", "x".repeat(5_000)),
              note("1800-05-05", "Before birth"),
              note("2020-05-05", "Good"));
      List<DocumentFiling.Filed> filed =
          ((DocumentFiling.Outcome.Done) file(pair, author, 0, notes)).entries();
      assertThat(filed.subList(0, 4)).allMatch(DocumentFiling.Filed.Refused.class::isInstance);
      assertThat(filed.getLast())
          .isInstanceOfSatisfying(
              DocumentFiling.Filed.Drafted.class,
              drafted -> network.outbox().discard(drafted.queued().job().id()));
    }
  }

  @Test
  @Order(3)
  void what_the_patient_grants_is_read_proven_and_leaves_a_receipt() throws Exception {
    ConsentTerms terms = terms("visit-1");
    try (PairStreams pair = people.pair(reading, card.card())) {
      assertThat(care.consentDesk().ask(reading, card.card(), pair, terms, DESK))
          .isInstanceOf(WriteOutcome.Queued.class);
    }
    network.drain();
    try (PatientSession session = session();
        PatientBooks books = care.patientDesk().read(session)) {
      assertThat(books.open()).hasSize(1);
      Ask ask = books.open().getFirst();
      assertThat(care.patientDesk().approve(session, books, ask, ask.terms(), DESK))
          .isInstanceOf(WriteOutcome.Queued.class);
    }
    network.drain();
    List<RecordEntry> entries = new ArrayList<>();
    OpeningOutcome outcome = open(entries);
    assertThat(outcome).isInstanceOf(OpeningOutcome.Opened.class);
    assertThat(((OpeningOutcome.Opened) outcome).record())
        .isInstanceOfSatisfying(
            RecordOutcome.Opened.class, opened -> assertThat(opened.complete()).isTrue());
    assertThat(entries).hasSameSizeAs(documents);
    assertThat(entries)
        .allSatisfy(entry -> assertThat(entry.isProven()).as(entry.verdict().toString()).isTrue());
    network.drain();
    try (PatientSession session = session();
        PatientBooks books = care.patientDesk().read(session)) {
      assertThat(books.books().stream().flatMap(book -> book.receipts().stream())).hasSize(1);
      assertThat(books.open()).isEmpty();
    }
  }

  @Test
  @Order(4)
  void a_grant_revoked_on_chain_opens_nothing_new() throws Exception {
    try (PatientSession session = session();
        PatientBooks books = care.patientDesk().read(session)) {
      assertThat(care.patientDesk().revoke(session, books, "visit-1", DESK))
          .isInstanceOf(WriteOutcome.Queued.class);
    }
    network.drain();
    assertThat(open(new ArrayList<>()))
        .isInstanceOfSatisfying(
            OpeningOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-CONS-03"));
    assertThat(behind()).isEqualTo(Map.of("visit-1", Set.of(writing.id())));
    try (PairStreams pair = people.pair(writing, card.card())) {
      if (!(care.books().read(card.card(), writing.id(), pair)
          instanceof PairBookOutcome.Read(PairBook book))) {
        throw new IllegalStateException();
      }
      assertThat(book.generation(SensitivityClass.GENERAL)).isEqualTo(1);
      assertThat(care.keeper().keep(writing, card.card(), pair, book, DESK))
          .isEqualTo(new StreamKeeper.Outcome.Kept(1));
      network.drain();
      assertThat(care.keeper().keep(writing, card.card(), pair, book, DESK))
          .isEqualTo(new StreamKeeper.Outcome.Kept(0));
    }
    assertThat(behind()).isEmpty();
  }

  @Test
  @Order(5)
  void patients_read_all_of_their_own_record_over_every_generation_and_leave_no_receipt()
      throws Exception {
    List<RecordEntry> entries = new ArrayList<>();
    try (PatientSession session = session();
        PatientBooks books = care.patientDesk().read(session)) {
      assertThat(books.books()).anyMatch(book -> book.generation(SensitivityClass.GENERAL) == 1);
      int receipts = receipts(books);
      assertThat(care.ownRecord().read(session, books, Progress.NONE, entries::add))
          .isInstanceOfSatisfying(
              RecordOutcome.Opened.class, opened -> assertThat(opened.complete()).isTrue());
      network.drain();
      try (PatientBooks after = care.patientDesk().read(session)) {
        assertThat(receipts(after)).isEqualTo(receipts);
      }
    }
    assertThat(entries).hasSameSizeAs(documents).allMatch(RecordEntry::isProven);
  }

  private static int receipts(PatientBooks books) {
    return books.books().stream().mapToInt(book -> book.receipts().size()).sum();
  }

  private Map<String, Set<OrganisationId>> behind() throws RefusedException {
    try (PatientSession session = session();
        PatientBooks books = care.patientDesk().read(session)) {
      return care.pendingRevocations().read(session, books);
    }
  }

  @Test
  @Order(5)
  void what_a_console_left_unsigned_is_signed_first_and_what_it_cannot_sign_is_not_left() {
    try (PairStreams pair = people.pair(reading, card.card())) {
      care.writer().queue(List.of(leftBehind(pair)), DESK);
      assertThat(care.consentDesk().ask(reading, card.card(), pair, terms("visit-2"), DESK))
          .isInstanceOf(WriteOutcome.Queued.class);
      assertThat(network.outbox().unsigned(reading.id())).isEmpty();
      reading.keys().close();
      assertThat(care.consentDesk().ask(reading, card.card(), pair, terms("visit-3"), DESK))
          .isInstanceOf(WriteOutcome.Refused.class);
      assertThat(network.outbox().unsigned(reading.id())).isEmpty();
    }
    network.drain();
    assertThat(network.outbox().pending()).isEmpty();
  }

  /** A request as a killed console leaves it: sealed and not signed. */
  private EntryDraft leftBehind(PairStreams pair) {
    Instant now = Instant.now();
    return new EntryDraft(
        pair.stream(
            reading.id(), SensitivityClass.CONSENT, 0, now.atZone(ZoneOffset.UTC).getYear()),
        OrganisationEntries.LANE,
        new EntryDescription(
            EntryKind.REQUEST,
            card.card().party(),
            reading.id(),
            reading.keys().signing().publicKey(),
            reading.name(),
            now.truncatedTo(ChronoUnit.SECONDS).toString(),
            now,
            "Request",
            Map.of(),
            reading.certificates()),
        new Content(List.of()),
        Optional.empty());
  }

  private ConsentTerms terms(String id) {
    Instant now = Instant.now();
    return new ConsentTerms(
        id,
        actor(ActorReference.Kind.PATIENT, card.card().party().toString()),
        actor(ActorReference.Kind.ORGANISATION, reading.id().toString()),
        List.of(),
        PurposeOfUse.TREATMENT,
        List.of(SensitivityClass.GENERAL),
        new TreeSet<>(),
        now,
        now.minusSeconds(60),
        now.plus(Duration.ofHours(8)));
  }

  private DocumentFiling.Outcome file(PairStreams pair, EntryAuthor author) {
    return file(pair, author, 0, documents);
  }

  private DocumentFiling.Outcome file(
      PairStreams pair, EntryAuthor author, int generation, List<ParsedEntry> entries) {
    return care.filing()
        .file(
            author,
            card.card(),
            pair,
            sensitivity -> generation,
            EarlierServices.NONE,
            entries,
            DocumentFiling.Match.REQUIRED);
  }

  private ParsedEntry note(String date, String title) {
    return new ParsedEntry(
        "note",
        date,
        title,
        "",
        SensitivityClass.GENERAL,
        Map.of(),
        new Content(List.of()),
        documents.getFirst().patient());
  }

  private OpeningOutcome open(List<RecordEntry> entries) {
    PatientCard holder = card.card();
    try (PairStreams pair = people.pair(reading, holder)) {
      return care.opening()
          .open(
              reading,
              actor(ActorReference.Kind.PRACTITIONER, "dr-lee"),
              holder,
              pair,
              PurposeOfUse.TREATMENT,
              DESK,
              Progress.NONE,
              entries::add);
    }
  }

  private PatientSession session() throws RefusedException {
    return PatientSession.open(patient, network.deployment());
  }

  private static ActorReference actor(ActorReference.Kind kind, String id) {
    return new ActorReference(kind, id, "");
  }
}
