package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceRole;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.OrganisationStatus;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.ledger.PatientDigests;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.RetractLeaf;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.RunEvidence;
import org.chartseal.services.ledger.RunLeaf;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.ledger.TestRuns;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RecoverableSignature;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Slot;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerOnNodeTest {

  private static final OrganisationId HOSPITAL = new OrganisationId(7);

  private final TestKey hospital = new TestKey();
  private final TestKey clinician = new TestKey();
  private TestNetwork stage;

  @BeforeAll
  void open(@TempDir Path folder) {
    stage = TestNetwork.open(folder);
    stage.register(7, Set.of(OrganisationRole.PROVIDER), hospital);
    stage.license(7, clinician);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void three_hundred_entries_are_anchored_in_two_runs_and_proven() {
    TestRuns runs = TestRuns.of(stage.deployment(), HOSPITAL, clinician, "bulk", 300);
    stage.mined(runs.run(1));
    ReceiptOutcome.Mined first = stage.mined(runs.run(0));
    assertThat(first.anchored()).hasSize(256);

    Set<LedgerSlot> asked = new HashSet<>(runs.slots());
    LedgerSlot empty = slot(HOSPITAL, "never used");
    asked.add(empty);
    Map<LedgerSlot, SlotState> states = read(asked);

    assertThat(states).hasSize(301);
    for (int i = 0; i < 300; i++) {
      assertThat(word(states, runs.slots().get(i)).matches(runs.recordDigest(i), clinician.id()))
          .isTrue();
    }
    assertThat(states.get(empty)).isEqualTo(new SlotState.Empty());
  }

  @Test
  void which_of_thousands_of_slots_are_filled_is_said_without_proof_in_few_requests() {
    TestRuns runs = TestRuns.of(stage.deployment(), HOSPITAL, clinician, "hinted", 20);
    stage.mined(runs.run(0));
    Set<LedgerSlot> asked = new HashSet<>(runs.slots());
    for (int i = 0; i < 2_500; i++) {
      asked.add(slot(HOSPITAL, "never used " + i));
    }
    assertThat(stage.connection().ledger().perhapsFilled(stage.head(), asked))
        .isEqualTo(Set.copyOf(runs.slots()));
  }

  @Test
  void evidence_leads_from_a_slot_to_the_signed_statement() {
    TestRuns runs = TestRuns.of(stage.deployment(), HOSPITAL, clinician, "evidence", 300);
    stage.mined(runs.run(0));
    stage.mined(runs.run(1));

    Map<LedgerSlot, AnchorEvidence> evidence =
        stage.connection().ledger().evidence(stage.words(runs.slots()));

    assertThat(evidence).hasSize(300);
    for (int i : List.of(0, 1, 255, 256, 299)) {
      AnchorEvidence hint = evidence.get(runs.slots().get(i));
      RunEvidence run = hint.run().orElseThrow();
      assertThat(run.statement().statement()).isEqualTo(runs.statement().statement());
      assertThat(run.statement().key()).isEqualTo(clinician.publicKey());
      assertThat(run.inclusion().index()).isEqualTo(i);
      assertThat(run.inclusion().root(MerkleTree.leafHash(runs.leafData(i))))
          .isEqualTo(runs.statement().statement().root());
      assertThat(new EntryDigests(hint.manifestDigest(), hint.contentRoot()).recordDigest())
          .isEqualTo(runs.recordDigest(i));
    }
  }

  @Test
  void a_used_slot_is_skipped_and_keeps_its_word() {
    TestRuns first = TestRuns.of(stage.deployment(), HOSPITAL, clinician, "used", 1);
    TestRuns second = first.withOtherContent("other");
    stage.mined(first.run(0));
    ReceiptOutcome.Mined again = stage.mined(second.run(0));

    assertThat(again.anchored()).isEmpty();
    assertThat(again.skipped()).containsExactly(first.slots().getFirst().key());
    Word word = word(read(Set.copyOf(first.slots())), first.slots().getFirst());
    assertThat(word.matches(first.recordDigest(0), clinician.id())).isTrue();
    assertThat(word.matches(second.recordDigest(0), clinician.id())).isFalse();
  }

  @Test
  void a_retraction_changes_the_word_and_names_who_retracted() {
    TestRuns runs = TestRuns.of(stage.deployment(), HOSPITAL, clinician, "retracted", 2);
    stage.mined(runs.run(0));
    RetractLeaf leaf =
        new RetractLeaf(runs.slots().getFirst().slot(), runs.recordDigest(0), clinician.id());
    ReceiptOutcome.Mined receipt = stage.mined(retraction(leaf, hospital));

    assertThat(receipt.retracted()).containsExactly(runs.slots().getFirst().key());
    Map<LedgerSlot, SlotState> states = read(Set.copyOf(runs.slots()));
    Word word = word(states, runs.slots().getFirst());
    assertThat(word.matches(runs.recordDigest(0), clinician.id())).isFalse();
    assertThat(word.matchesRetracted(runs.recordDigest(0), clinician.id(), hospital.id())).isTrue();
    assertThat(word.matchesRetracted(runs.recordDigest(0), clinician.id(), clinician.id()))
        .isFalse();
    assertThat(word.retractedAt().orElseThrow()).isAfterOrEqualTo(word.anchoredAt());
    assertThat(word(states, runs.slots().get(1)).retractedAt()).isEmpty();
    assertThat(
            stage
                .connection()
                .ledger()
                .retractions(Set.copyOf(runs.slots()))
                .get(runs.slots().getFirst()))
        .extracting(RetractionEvidence::retractor)
        .containsExactly(hospital.id());
  }

  @Test
  void a_patients_slot_key_anchors_and_retracts_its_own_slot() throws Exception {
    ECKeyPair slotKey = Keys.createEcKeyPair();
    LedgerSlot slot =
        new LedgerSlot(
            OrganisationId.PATIENTS,
            new Slot(
                LedgerWords.of(
                    org.chartseal.services.seal.Address.ofHex(Keys.getAddress(slotKey)))));
    Hash32 manifest = digest("patient's manifest");
    Hash32 content = digest("patient's content");
    Instant notAfter = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3_600);

    Hash32 anchor = PatientDigests.anchor(stage.deployment(), manifest, content, notAfter);
    ReceiptOutcome.Mined anchored =
        stage.mined(
            new Submission.PatientAnchors(
                List.of(new PatientAnchor(manifest, content, notAfter, sign(slotKey, anchor)))));
    Hash32 record = new EntryDigests(manifest, content).recordDigest();

    assertThat(anchored.anchored()).containsExactly(slot.key());
    assertThat(word(read(Set.of(slot)), slot).matches(record, KeyId.PATIENT)).isTrue();
    assertThat(stage.connection().ledger().evidence(stage.words(Set.of(slot))).get(slot).run())
        .isEmpty();

    Hash32 retract = PatientDigests.retract(stage.deployment(), manifest, content, notAfter);
    stage.mined(
        new Submission.PatientRetractions(
            List.of(new PatientAnchor(manifest, content, notAfter, sign(slotKey, retract)))));
    assertThat(
            word(read(Set.of(slot)), slot).matchesRetracted(record, KeyId.PATIENT, KeyId.PATIENT))
        .isTrue();
  }

  @Test
  void licences_and_organisations_are_read_with_proofs() {
    LicenceKey own = new LicenceKey(HOSPITAL, hospital.id());
    LicenceKey practitioner = new LicenceKey(HOSPITAL, clinician.id());
    LicenceKey stranger = new LicenceKey(HOSPITAL, new TestKey().id());
    OrganisationId nobody = new OrganisationId(99);
    ReadOutcome outcome =
        stage
            .connection()
            .ledger()
            .read(
                stage.head(),
                new LedgerQuery(
                    Set.of(), Set.of(own, practitioner, stranger), Set.of(HOSPITAL, nobody)));

    assertThat(outcome).isInstanceOf(ReadOutcome.Proven.class);
    ReadOutcome.Proven proven = (ReadOutcome.Proven) outcome;
    assertThat(proven.licences().get(own).role()).isEqualTo(LicenceRole.ORGANISATION);
    assertThat(proven.licences().get(own).status()).isEqualTo(LicenceStatus.LICENSED);
    assertThat(proven.licences().get(practitioner).role()).isEqualTo(LicenceRole.PRACTITIONER);
    assertThat(proven.licences().get(practitioner).compromisedSince()).isEmpty();
    assertThat(
            Duration.between(
                proven.licences().get(own).notBefore(), proven.licences().get(own).notAfter()))
        .isEqualTo(Duration.ofDays(366));
    assertThat(proven.licences().get(stranger).status()).isEqualTo(LicenceStatus.NONE);
    assertThat(proven.organisations().get(HOSPITAL).roles())
        .containsExactly(OrganisationRole.PROVIDER);
    assertThat(proven.organisations().get(HOSPITAL).lanes()).isEqualTo(4);
    assertThat(proven.organisations().get(nobody).status()).isEqualTo(OrganisationStatus.NONE);
  }

  @Test
  void an_organisations_seal_head_is_entered_and_read() {
    TestKey own = new TestKey();
    stage.register(8, Set.of(OrganisationRole.PROVIDER), own);
    Statement head =
        new Statement(
            StatementType.HEAD,
            stage.deployment(),
            new OrganisationId(8),
            digest("seal block"),
            5,
            Instant.now().getEpochSecond());
    stage.mined(new Submission.AdvanceHead(own.sign(head)));

    ReadOutcome.Proven proven =
        (ReadOutcome.Proven)
            stage
                .connection()
                .ledger()
                .read(
                    stage.head(),
                    new LedgerQuery(Set.of(), Set.of(), Set.of(new OrganisationId(8))));
    assertThat(proven.organisations().get(new OrganisationId(8)).head().digest())
        .isEqualTo(digest("seal block"));
    assertThat(proven.organisations().get(new OrganisationId(8)).head().height()).isEqualTo(5);
    assertThat(proven.organisations().get(new OrganisationId(8)).head().recordedAt())
        .isAfter(Instant.now().minusSeconds(300));
  }

  @Test
  void an_unlicensed_key_is_rejected_with_its_reason() {
    TestRuns runs = TestRuns.of(stage.deployment(), HOSPITAL, new TestKey(), "stranger", 1);
    assertThat(rejected(runs.run(0))).isEqualTo("CS-LEDG-33");
  }

  @Test
  void a_run_that_is_not_the_statements_is_rejected_with_its_reason() {
    TestRuns runs = TestRuns.of(stage.deployment(), HOSPITAL, clinician, "mine", 300);
    Submission.AnchorRun run = runs.run(0);
    List<RunLeaf> swapped = new ArrayList<>(run.leaves());
    swapped.set(0, run.leaves().get(1));
    swapped.set(1, run.leaves().get(0));

    assertThat(rejected(new Submission.AnchorRun(run.statement(), 0, swapped, run.path())))
        .isEqualTo("CS-LEDG-39");
    assertThat(
            rejected(
                new Submission.AnchorRun(
                    run.statement(), 0, run.leaves().subList(0, 255), run.path())))
        .isEqualTo("CS-LEDG-38");
  }

  @Test
  void a_statement_for_another_ledger_is_rejected_with_its_reason() {
    TestRuns runs =
        TestRuns.of(
            stage.network().file().ledger().settlementDeployment(), HOSPITAL, clinician, "x", 1);
    assertThat(rejected(runs.run(0))).isEqualTo("CS-LEDG-30");
  }

  private Submission retraction(RetractLeaf leaf, TestKey key) {
    MerkleTree tree =
        MerkleTree.of(
            List.of(
                org.bouncycastle.util.Arrays.concatenate(
                    leaf.slot().value().bytes(),
                    leaf.recordDigest().bytes(),
                    leaf.author().value().bytes())));
    SignedStatement statement =
        key.sign(
            new Statement(
                StatementType.RETRACT,
                stage.deployment(),
                HOSPITAL,
                tree.root(),
                1,
                Instant.now().getEpochSecond()));
    return new Submission.RetractRun(statement, 0, List.of(leaf), List.of());
  }

  private String rejected(Submission submission) {
    SubmitOutcome outcome = stage.relay().submit(submission);
    assertThat(outcome).isInstanceOf(SubmitOutcome.Rejected.class);
    return ((SubmitOutcome.Rejected) outcome).fault().code();
  }

  private Map<LedgerSlot, SlotState> read(Set<LedgerSlot> slots) {
    ReadOutcome outcome =
        stage.connection().ledger().read(stage.head(), LedgerQuery.ofSlots(slots));
    assertThat(outcome).isInstanceOf(ReadOutcome.Proven.class);
    return ((ReadOutcome.Proven) outcome).slots();
  }

  private static Word word(Map<LedgerSlot, SlotState> states, LedgerSlot slot) {
    assertThat(states.get(slot)).isInstanceOf(SlotState.Filled.class);
    return ((SlotState.Filled) states.get(slot)).word();
  }

  private static LedgerSlot slot(OrganisationId organisation, String name) {
    return new LedgerSlot(organisation, new Slot(digest(name)));
  }

  private static Hash32 digest(String text) {
    return Digests.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static RecoverableSignature sign(ECKeyPair key, Hash32 digest) {
    Sign.SignatureData signature = Sign.signMessage(digest.bytes(), key, false);
    return new RecoverableSignature(
        signature.getV()[0], Hash32.of(signature.getR()), Hash32.of(signature.getS()));
  }
}
