package org.chartseal.services.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.testing.Care;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A hospital corrects what it wrote, or takes it back. Each test has a year of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionTest {

  @TempDir static Path folder;

  private TestNetwork network;
  private People people;
  private Care care;
  private OrganisationParty hana;
  private UnlockedIdentity kim;
  private UnlockedIdentity lee;
  private PatientCard card;

  @BeforeAll
  void bring_up_the_network() throws Exception {
    network = TestNetwork.start(folder);
    people = new People(network);
    care = new Care(network, people);
    hana = network.organisation(1, "hana", OrganisationRole.PROVIDER);
    people.know(hana);
    kim = network.practitioner(hana, "kim");
    lee = network.practitioner(hana, "lee");
    PatientDetails child = new PatientDetails("Ada Doe", "2010-01-02", "female", List.of());
    card = people.card(hana, child, "patient").card();
  }

  @AfterAll
  void tear_down() {
    care.close();
    network.close();
  }

  @Test
  void a_corrected_entry_reads_as_retracted_and_its_correction_as_proven_pointing_back()
      throws Exception {
    file(kim, entry("encounter", 2012, "p1", "Right knee"));
    correct(kim, entry("encounter", 2012, "p1", "Left knee"), own(2012, 0));
    network.drain();

    List<RecordEntry> entries = read(2012);
    assertThat(entries).hasSize(2);
    RecordEntry first = entries.getFirst();
    RecordEntry correction = entries.getLast();
    assertThat(first.verdict().grade()).isEqualTo(Verdict.Grade.RETRACTED);
    assertThat(first.verdict().of(Check.NOT_RETRACTED).reason()).startsWith("Retracted at ");
    assertThat(correction.verdict().grade()).isEqualTo(Verdict.Grade.PROVEN);
    assertThat(correction.replaces()).isEqualTo(first.reference());
    assertThat(first.replaces()).isEmpty();
    assertThat(names(correction)).as("a service keeps its name").isEqualTo(names(first));
    assertThat(retraction(first).retractor()).isEqualTo(id(kim));
    assertThat(retraction(first).block())
        .as("sent when the correction was final")
        .isGreaterThanOrEqualTo(
            blockOf(correction.anchor()) + network.ledgerNetwork().finalityDepth());
  }

  @Test
  void what_a_colleague_wrote_is_taken_back_with_the_organisations_own_key() throws Exception {
    file(kim, entry("note", 2013, "p2", "Another child's"));
    correct(lee, entry("void", 2013, "p3", "Withdrawn"), own(2013, 0));
    network.drain();

    List<RecordEntry> entries = read(2013);
    assertThat(entries.stream().map(entry -> entry.verdict().grade()))
        .containsExactly(Verdict.Grade.RETRACTED, Verdict.Grade.PROVEN);
    assertThat(entries.getLast().replaces()).isEqualTo(entries.getFirst().reference());
    assertThat(retraction(entries.getFirst()).retractor()).isEqualTo(id(hana.keys()));
    assertCode("CS-WRITE-11", () -> own(2013, 0));
  }

  @Test
  void a_kill_between_the_two_signatures_retracts_nothing_and_the_next_run_goes_on()
      throws Exception {
    file(kim, entry("note", 2014, "p4", "Right ear"));
    ParsedEntry right = entry("note", 2014, "p5", "Left ear");
    Replaced replaced = own(2014, 0);
    JobId draft = drafted(replace(kim, right, replaced));
    assertThat(care.signing().signRetractions(kim, hana, List.of(draft)))
        .isEqualTo(new SigningDesk.Outcome.Signed(1));
    file(lee, entry("note", 2015, "p6", "Something else"));
    assertThat(read(2014).getFirst().verdict().grade()).isEqualTo(Verdict.Grade.PROVEN);

    assertThat(replace(kim, right, own(2014, 0))).isInstanceOf(DocumentFiling.Filed.Known.class);
    assertThat(replace(lee, entry("note", 2014, "p7", "Neither"), own(2014, 0)))
        .isInstanceOfSatisfying(
            DocumentFiling.Filed.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-WRITE-09"));
    sign(kim, draft);
    network.drain();
    assertThat(read(2014).stream().map(entry -> entry.verdict().grade()))
        .containsExactly(Verdict.Grade.RETRACTED, Verdict.Grade.PROVEN);
  }

  @Test
  void only_what_stands_and_may_be_pointed_to_is_replaced() throws Exception {
    assertCode("CS-WRITE-08", () -> own(2016, 0));
    try (PairStreams pair = people.pair(hana, card)) {
      StreamId requests = new StreamId(PartyId.of(hana.id()), SensitivityClass.CONSENT, 0, 2016);
      assertCode(
          "CS-WRITE-08",
          () -> new OwnEntries(care.reader()).find(hana, pair, requests, new Place(0, 0)));
    }
    ParsedEntry note = entry("note", 2017, "p8", "Said in confidence");
    SensitivityClass psychiatry = SensitivityClass.parse("PSY");
    file(
        kim,
        new ParsedEntry(
            note.kind(),
            note.date(),
            note.title(),
            "",
            psychiatry,
            Map.of(),
            note.content(),
            note.patient()));
    try (PairStreams pair = people.pair(hana, card)) {
      StreamId stream = new StreamId(PartyId.of(hana.id()), psychiatry, 0, 2017);
      Replaced replaced = new OwnEntries(care.reader()).find(hana, pair, stream, new Place(0, 0));
      assertThat(replace(kim, entry("note", 2017, "p9", "Said openly"), replaced))
          .isInstanceOfSatisfying(
              DocumentFiling.Filed.Refused.class,
              refused -> assertThat(refused.fault().code()).isEqualTo("CS-WRITE-10"));
    }
  }

  private void file(UnlockedIdentity author, ParsedEntry entry) throws Exception {
    try (PairStreams pair = people.pair(hana, card)) {
      DocumentFiling.Outcome outcome =
          care.filing()
              .file(
                  author(author),
                  card,
                  pair,
                  sensitivity -> 0,
                  EarlierServices.NONE,
                  List.of(entry),
                  DocumentFiling.Match.REQUIRED);
      sign(author, drafted(((DocumentFiling.Outcome.Done) outcome).entries().getFirst()));
    }
    network.drain();
  }

  private void correct(UnlockedIdentity author, ParsedEntry entry, Replaced replaced)
      throws Exception {
    JobId draft = drafted(replace(author, entry, replaced));
    assertThat(care.signing().signRetractions(author, hana, List.of(draft)))
        .isEqualTo(new SigningDesk.Outcome.Signed(1));
    sign(author, draft);
  }

  private DocumentFiling.Filed replace(
      UnlockedIdentity author, ParsedEntry entry, Replaced replaced) throws Exception {
    try (PairStreams pair = people.pair(hana, card)) {
      EarlierServices earlier =
          new RecordedServices(care.reader())
              .before(hana.id(), pair, sensitivity -> 0, List.of(entry), Set.of(replaced.slot()));
      return care.filing()
          .replace(
              author(author),
              card,
              pair,
              sensitivity -> 0,
              earlier,
              entry,
              DocumentFiling.Match.REQUIRED,
              replaced);
    }
  }

  private static JobId drafted(DocumentFiling.Filed filed) {
    assertThat(filed).isInstanceOf(DocumentFiling.Filed.Drafted.class);
    return ((DocumentFiling.Filed.Drafted) filed).queued().job().id();
  }

  private void sign(UnlockedIdentity author, JobId draft) {
    assertThat(care.signing().sign(author, hana.id(), List.of(draft)))
        .isEqualTo(new SigningDesk.Outcome.Signed(1));
  }

  private Replaced own(int year, int n) throws RefusedException {
    try (PairStreams pair = people.pair(hana, card)) {
      StreamId stream = new StreamId(PartyId.of(hana.id()), SensitivityClass.GENERAL, 0, year);
      return new OwnEntries(care.reader()).find(hana, pair, stream, new Place(0, n));
    }
  }

  private EntryAuthor author(UnlockedIdentity keys) {
    return new EntryAuthor(
        hana.id(), keys.signing().publicKey(), "Doctor", Optional.of(network.publish(keys)));
  }

  private ParsedEntry entry(String kind, int year, String id, String title) {
    String json =
        """
        {"resourceType":"Procedure","id":"%s","status":"completed","subject":{"reference":"Patient/a"},\
        "code":{"coding":[{"system":"http://snomed.info/sct","code":"274031008"}],"text":"%s"},\
        "performedDateTime":"%d-05-06"}\
        """
            .formatted(id, title, year);
    return new ParsedEntry(
        kind,
        year + "-05-06",
        title,
        "",
        SensitivityClass.GENERAL,
        Map.of(),
        new Content(
            List.of(
                new Part(
                    PartRole.RESOURCE,
                    "application/fhir+json",
                    json.getBytes(StandardCharsets.UTF_8)))),
        card.person());
  }

  private List<RecordEntry> read(int year) {
    List<RecordEntry> entries = new ArrayList<>();
    try (PairStreams pair = people.pair(hana, card)) {
      care.reader()
          .read(
              pair.patient(),
              List.of(pair.stream(hana.id(), SensitivityClass.GENERAL, 0, year)),
              Progress.NONE,
              entries::add);
    }
    entries.sort(Comparator.comparingInt(entry -> entry.anchor().place().n()));
    return entries;
  }

  private static byte[] names(RecordEntry entry) {
    return entry.content().orElseThrow().parts(PartRole.NULLIFIERS).getFirst().bytes();
  }

  private long blockOf(LaneReading.Filled anchor) {
    return network
        .ledger()
        .evidence(Map.of(anchor.slot(), anchor.word()))
        .get(anchor.slot())
        .transaction()
        .orElseThrow()
        .block();
  }

  private RetractionEvidence retraction(RecordEntry entry) {
    LedgerSlot slot = entry.anchor().slot();
    return network.ledger().retractions(Set.of(slot)).get(slot).iterator().next();
  }

  private static KeyId id(UnlockedIdentity keys) {
    return KeyId.of(keys.signing().publicKey());
  }

  private static void assertCode(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable finding) {
    assertThatThrownBy(finding)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }
}
