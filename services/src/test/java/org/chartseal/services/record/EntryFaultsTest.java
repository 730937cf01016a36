package org.chartseal.services.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.CheckResult.Status;
import org.chartseal.services.record.Verdict.Grade;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a writer, a thief or a store did wrong is named by one check, and the verdict is no better
 * than it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryFaultsTest {

  @TempDir static Path folder;

  private FaultyRecord record;

  @BeforeAll
  void anchor() throws IOException {
    record = new FaultyRecord(TestNetwork.start(folder));
  }

  @AfterAll
  void close() {
    record.close();
  }

  @Test
  void an_honest_entry_is_proven() {
    assertThat(read(FaultyRecord.GOOD).verdict().grade()).isEqualTo(Grade.PROVEN);
  }

  @Test
  void a_certificate_that_had_expired_when_it_was_anchored_is_named() {
    RecordEntry entry = read(FaultyRecord.EXPIRED_CERTIFICATE);
    assertOnly(entry, Check.CERTIFICATE, Status.FAILED, "was not valid at that time");
    assertThat(entry.verdict().grade()).isEqualTo(Grade.DOUBTFUL);
  }

  @Test
  void a_certificate_of_an_authority_that_nobody_agreed_on_is_not_trusted() {
    assertOnly(
        read(FaultyRecord.UNKNOWN_AUTHORITY), Check.CERTIFICATE, Status.FAILED, "does not lead");
  }

  @Test
  void a_certificate_of_somebody_else_is_not_taken_for_the_authors() {
    assertOnly(
        read(FaultyRecord.ANOTHERS_CERTIFICATE), Check.CERTIFICATE, Status.FAILED, "another key");
  }

  @Test
  void an_entry_without_a_certificate_is_unknown_and_not_good() {
    RecordEntry entry = read(FaultyRecord.NO_CERTIFICATE);
    assertOnly(entry, Check.CERTIFICATE, Status.UNKNOWN, "names no certificate");
    assertThat(entry.verdict().grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  void an_author_is_named_as_their_certificate_has_it_and_the_entrys_other_name_is_told() {
    RecordEntry entry = read(FaultyRecord.GOOD);
    assertThat(entry.description().orElseThrow().authorName()).isEqualTo("Dr Kim");
    assertThat(entry.author()).contains("kim");
    assertThat(entry.verdict().of(Check.SIGNATURE).reason()).isEqualTo("Signed by kim.");
    assertThat(entry.verdict().of(Check.CERTIFICATE).reason())
        .contains("The certificate of kim was valid")
        .contains("calls its author \"Dr Kim\"");
  }

  @Test
  void without_a_trusted_certificate_an_author_is_named_as_the_entry_says() {
    assertThat(read(FaultyRecord.NO_CERTIFICATE).author()).contains("Dr Kim");
    assertThat(read(FaultyRecord.UNKNOWN_AUTHORITY).author()).contains("Dr Kim");
  }

  @Test
  void a_patient_is_named_as_their_card_has_it() throws RefusedException {
    PatientParty patient = record.people.patient(record.card, "patient");
    try (PatientSession session = PatientSession.open(patient, record.network.deployment());
        PairStreams self = session.self()) {
      record
          .care
          .relations()
          .add(
              session,
              record.people.find(record.hospital.id()).orElseThrow(),
              0,
              new Owner("patient"));
      record.network.drain();
      Subject.Patient said = self.patient();
      RecordEntry entry = index(self, said);
      assertThat(entry.author()).contains("Ada Doe");
      assertThat(entry.verdict().of(Check.CERTIFICATE).reason())
          .isEqualTo("The key is that of the patient's card.");
      RecordEntry renamed =
          index(
              self,
              new Subject.Patient(said.party(), said.signingKey(), said.slotPoint(), "Ada Smith"));
      assertThat(renamed.author()).contains("Ada Smith");
      assertThat(renamed.verdict().of(Check.CERTIFICATE).reason())
          .contains("calls its author \"Ada Doe\"");
    }
  }

  private RecordEntry index(PairStreams self, Subject.Patient subject) {
    List<RecordEntry> entries = new ArrayList<>();
    int year = Year.now(ZoneOffset.UTC).getValue();
    record
        .care
        .reader(record.network.ledger())
        .read(
            subject,
            List.of(self.stream(OrganisationId.PATIENTS, SensitivityClass.INDEX, 0, year)),
            Progress.NONE,
            entries::add);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  @Test
  void a_reading_of_descriptions_verifies_contents_and_gives_none() {
    List<RecordEntry> entries = new ArrayList<>();
    record
        .care
        .reader(record.network.ledger())
        .read(
            record.pair.patient(),
            List.of(
                record.stream(FaultyRecord.GOOD),
                record.stream(FaultyRecord.OTHER_CONTENT),
                record.stream(FaultyRecord.NO_CERTIFICATE)),
            ReadingDetail.DESCRIPTIONS,
            place -> true,
            Progress.NONE,
            entries::add);
    assertThat(entries).hasSize(3).allMatch(entry -> entry.content().isEmpty());
    assertThat(entries.getLast().isProven()).isTrue();
    assertThat(entries.getLast().description()).isEqualTo(read(FaultyRecord.GOOD).description());
    assertOnly(entries.getFirst(), Check.CONTENT, Status.FAILED, "");
  }

  @Test
  void after_a_stop_nothing_more_is_given_out() {
    List<RecordEntry> entries = new ArrayList<>();
    RecordOutcome outcome =
        record
            .care
            .reader(record.network.ledger())
            .read(
                record.pair.patient(),
                List.of(record.stream(FaultyRecord.GOOD), record.stream(FaultyRecord.GAP)),
                (done, total, what) -> entries.isEmpty(),
                entries::add);
    assertThat(outcome).isInstanceOf(RecordOutcome.Stopped.class);
    assertThat(entries).hasSize(1);
  }

  @Test
  void gaps_that_hide_an_allergy_are_named_and_the_record_is_not_complete() {
    FaultyRecord.Read read = record.read(record.network.ledger(), record.stream(FaultyRecord.GAP));
    assertThat(read.entries()).hasSize(2);
    assertThat(read.entries().getFirst().isProven()).isTrue();
    assertOnly(read.entries().getLast(), Check.ORDER, Status.FAILED, "Out of order");
    assertThat(read.entries().getLast().verdict().grade()).isEqualTo(Grade.DOUBTFUL);
    assertThat(((RecordOutcome.Opened) read.outcome()).complete()).isFalse();
  }

  @Test
  void a_place_that_was_filled_after_the_one_behind_it_is_out_of_order() {
    List<RecordEntry> entries = record.read(record.stream(FaultyRecord.BACKWARDS));
    assertThat(entries).hasSize(3);
    assertThat(entries.get(1).isProven()).isTrue();
    assertOnly(entries.get(2), Check.ORDER, Status.FAILED, "filled backwards");
  }

  @Test
  void an_entry_that_its_author_retracted_says_so() {
    RecordEntry entry = read(FaultyRecord.RETRACTED_BY_AUTHOR);
    assertOnly(entry, Check.NOT_RETRACTED, Status.FAILED, "Retracted at");
    assertThat(entry.verdict().grade()).isEqualTo(Grade.RETRACTED);
  }

  @Test
  void an_entry_that_the_organisation_retracted_says_so() {
    RecordEntry entry = read(FaultyRecord.RETRACTED_BY_ORGANISATION);
    assertOnly(entry, Check.NOT_RETRACTED, Status.FAILED, "Retracted at");
    assertThat(entry.verdict().grade()).isEqualTo(Grade.RETRACTED);
  }

  @Test
  void a_thiefs_retraction_makes_an_entry_doubtful_and_not_just_retracted() {
    RecordEntry entry = read(FaultyRecord.RETRACTED_BY_THIEF);
    assertThat(entry.verdict().of(Check.LICENCE).reason()).contains("a thief may have done it");
    assertThat(entry.verdict().grade()).isEqualTo(Grade.DOUBTFUL);
  }

  @Test
  void a_thiefs_entries_are_doubtful_from_the_day_of_the_theft_on() {
    assertThat(read(FaultyRecord.BEFORE_THE_THEFT).verdict().grade()).isEqualTo(Grade.PROVEN);
    RecordEntry after = read(FaultyRecord.AFTER_THE_THEFT);
    assertOnly(after, Check.LICENCE, Status.FAILED, "reported compromised since");
    assertThat(after.verdict().grade()).isEqualTo(Grade.DOUBTFUL);
  }

  @Test
  void an_entry_about_another_patient_fails_in_this_patients_stream() {
    RecordEntry entry = read(FaultyRecord.OTHER_SUBJECT);
    assertOnly(entry, Check.CONTENT, Status.FAILED, "about somebody else");
    assertThat(entry.verdict().grade()).isEqualTo(Grade.FAILED);
  }

  @Test
  void an_entry_in_another_hospitals_name_fails_in_this_hospitals_stream() {
    assertThat(read(FaultyRecord.OTHER_WRITER).verdict().of(Check.CONTENT).reason())
        .contains("from another writer");
  }

  @Test
  void a_content_that_is_not_the_signed_one_is_noticed() {
    RecordEntry entry = read(FaultyRecord.OTHER_CONTENT);
    assertOnly(entry, Check.CONTENT, Status.FAILED, "");
    assertThat(entry.verdict().grade()).isEqualTo(Grade.FAILED);
  }

  @Test
  void nobody_signs_in_a_colleagues_name() {
    RecordEntry entry = read(FaultyRecord.OTHER_SIGNER);
    assertThat(entry.verdict().of(Check.SIGNATURE).status()).isEqualTo(Status.FAILED);
    assertThat(entry.verdict().of(Check.BYTES).status()).isEqualTo(Status.FAILED);
    assertThat(entry.verdict().grade()).isEqualTo(Grade.FAILED);
  }

  @Test
  void what_the_organisation_anchored_in_its_practitioners_place_reads_as_attested() {
    RecordEntry entry = read(FaultyRecord.ATTESTED);
    assertOnly(entry, Check.SIGNATURE, Status.UNKNOWN, "Attested by the organisation");
    assertThat(entry.verdict().grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  void an_entry_of_another_year_fails_where_it_was_filed() {
    assertOnly(read(FaultyRecord.OTHER_YEAR), Check.CONTENT, Status.FAILED, "another year");
    RecordEntry evening = read(FaultyRecord.NEW_YEARS_EVE);
    assertThat(evening.isProven()).as("the year is that of UTC").isTrue();
  }

  @Test
  void a_seal_that_is_used_again_in_another_slot_opens_nothing() {
    RecordEntry entry = read(FaultyRecord.REPLAYED);
    assertThat(entry.verdict().of(Check.BYTES).status()).isEqualTo(Status.FAILED);
    assertThat(entry.content()).isEmpty();
    assertThat(entry.verdict().grade()).isEqualTo(Grade.FAILED);
  }

  @Test
  void what_follows_a_writers_end_is_late() {
    List<RecordEntry> entries = closed(FaultyRecord.ENDED);
    assertThat(entries.getFirst().isProven()).isTrue();
    assertOnly(entries.getLast(), Check.ORDER, Status.FAILED, "Late");
    assertThat(entries.getLast().verdict().grade()).isEqualTo(Grade.DOUBTFUL);
  }

  @Test
  void an_end_that_its_writer_takes_back_is_still_the_end() {
    assertOnly(closed(FaultyRecord.END_TAKEN_BACK).getLast(), Check.ORDER, Status.FAILED, "Late");
  }

  @Test
  void a_store_that_hides_an_end_does_not_make_what_is_late_look_good() throws IOException {
    Files.delete(file(record.ends.get(FaultyRecord.HIDDEN_END)));
    List<RecordEntry> entries = closed(FaultyRecord.HIDDEN_END);
    assertThat(entries.getFirst().isProven()).isTrue();
    assertOnly(entries.getLast(), Check.ORDER, Status.UNKNOWN, "may have closed");
  }

  @Test
  void a_block_whose_bytes_were_changed_is_named_and_shows_nothing() throws IOException {
    flip(file(record.sealed.get(FaultyRecord.CHANGED_BYTES)));
    RecordEntry entry = read(FaultyRecord.CHANGED_BYTES);
    assertThat(entry.verdict().of(Check.BYTES).status()).isEqualTo(Status.FAILED);
    assertThat(entry.verdict().of(Check.BYTES).reason()).contains("other bytes");
    assertThat(entry.content()).isEmpty();
  }

  @Test
  void a_missing_block_is_unknown_and_not_good() throws IOException {
    Files.delete(file(record.sealed.get(FaultyRecord.MISSING_BLOCK)));
    RecordEntry entry = read(FaultyRecord.MISSING_BLOCK);
    assertThat(entry.verdict().of(Check.BYTES).reason()).contains("does not hold its bytes");
    assertThat(entry.verdict().of(Check.ANCHORED).status()).isEqualTo(Status.PASSED);
    assertThat(entry.verdict().grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  void a_missing_chunk_leaves_the_content_unknown() throws IOException {
    Files.delete(chunk(record.sealed.get(FaultyRecord.MISSING_CHUNK)));
    RecordEntry entry = read(FaultyRecord.MISSING_CHUNK);
    assertOnly(entry, Check.CONTENT, Status.UNKNOWN, "could not be fetched");
    assertThat(entry.content()).isEmpty();
  }

  @Test
  void a_chunk_whose_bytes_were_changed_shows_nothing() throws IOException {
    flip(chunk(record.sealed.get(FaultyRecord.CHANGED_CHUNK)));
    RecordEntry entry = read(FaultyRecord.CHANGED_CHUNK);
    assertOnly(entry, Check.CONTENT, Status.FAILED, "other bytes");
    assertThat(entry.content()).isEmpty();
  }

  private RecordEntry read(int year) {
    List<RecordEntry> entries = record.read(record.stream(year));
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private List<RecordEntry> closed(SensitivityClass sensitivity) {
    List<RecordEntry> entries =
        record.read(
            record.stream(sensitivity, StreamId.CONTROL_YEAR),
            record.stream(sensitivity, FaultyRecord.GOOD));
    assertThat(entries).hasSize(2);
    return entries;
  }

  /** That one check says so, and all the others passed. */
  private static void assertOnly(RecordEntry entry, Check check, Status status, String reason) {
    for (CheckResult result : entry.verdict().checks()) {
      assertThat(result.status())
          .as(entry.verdict().toString())
          .isEqualTo(result.check() == check ? status : Status.PASSED);
    }
    assertThat(entry.verdict().of(check).reason()).contains(reason);
  }

  private static Path file(SealedEntry entry) {
    return file(new Cid(entry.manifestDigest()));
  }

  private static Path chunk(SealedEntry entry) {
    return file(new Cid(Digests.sha256(entry.chunkBlocks().getFirst())));
  }

  private static Path file(Cid cid) {
    String text = cid.text();
    return folder
        .resolve("blocks")
        .resolve(text.substring(text.length() - 3, text.length() - 1))
        .resolve(text);
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    file.toFile().setWritable(true);
    Files.write(file, bytes);
  }
}
