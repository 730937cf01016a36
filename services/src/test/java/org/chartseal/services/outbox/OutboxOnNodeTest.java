package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.blocks.FolderBlockStore;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.chartseal.services.seal.KeyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox on a real node, drained by processes of their own. */
class OutboxOnNodeTest {

  @TempDir Path folder;

  private TestNetwork network;
  private Outbox outbox;
  private TestWriter hospital;

  @BeforeEach
  void open() {
    network = TestNetwork.open(folder);
    hospital = TestWriter.organisation(network.deployment(), 7, 1);
    network.register(7, Set.of(OrganisationRole.PROVIDER), hospital.signer);
    outbox =
        Bench.opened(new OutboxFile(DrainingProcess.outbox(folder), network.deployment()).open());
  }

  @AfterEach
  void close() {
    outbox.close();
    network.close();
  }

  @Test
  void kill_minus_nine_in_the_middle_of_three_hundred_entries_loses_none_and_anchors_each_once()
      throws Exception {
    List<QueuedEntry> entries = enqueue(hospital, 300);
    sign(entries);

    killWhen("Storing", 40);
    killWhen("Storing", 200);
    killWhen("Sending", 1);
    killWhen("Checking", 5);
    runToTheEnd();

    assertThat(outbox.pending()).isEmpty();
    KeyId author = KeyId.of(hospital.signer.publicKey());
    Map<LedgerSlot, SlotState> words = read(entries.stream().map(QueuedEntry::slot).toList());
    BlockStore blocks = new FolderBlockStore(folder.resolve("blocks"));
    for (QueuedEntry entry : entries) {
      assertThat(words.get(entry.slot()))
          .isInstanceOfSatisfying(
              SlotState.Filled.class,
              filled ->
                  assertThat(filled.word().matches(entry.digests().recordDigest(), author))
                      .isTrue());
      assertThat(blocks.get(new Cid(entry.digests().manifestDigest())))
          .isInstanceOf(BlockStore.GetOutcome.Found.class);
    }
    Set<Object> transactions = new HashSet<>();
    network
        .connection()
        .ledger()
        .evidence(network.words(words.keySet()))
        .values()
        .forEach(evidence -> transactions.add(evidence.transaction().orElseThrow().hash()));
    assertThat(transactions).as("two runs, each anchored by one transaction").hasSize(2);
  }

  @Test
  void entries_and_retractions_of_patients_and_organisations_reach_the_contract() throws Exception {
    TestWriter patient = TestWriter.patient(network.deployment(), 2);
    TestWriter neighbour = TestWriter.patient(network.deployment(), 3);
    List<QueuedEntry> entries = new ArrayList<>();
    entries.addAll(enqueue(patient, 2));
    entries.addAll(enqueue(neighbour, 1));
    List<QueuedEntry> notes = enqueue(hospital, 2);
    sign(notes);
    entries.addAll(notes);
    List<LedgerSlot> retracted = List.of(entries.getFirst().slot(), notes.getLast().slot());
    retract(entries.getFirst(), patient);
    sign(retract(notes.getLast()));

    runToTheEnd();

    assertThat(outbox.pending()).isEmpty();
    Map<LedgerSlot, SlotState> words = read(entries.stream().map(QueuedEntry::slot).toList());
    for (QueuedEntry entry : entries) {
      assertThat(words.get(entry.slot()))
          .isInstanceOfSatisfying(
              SlotState.Filled.class,
              filled ->
                  assertThat(filled.word().retractedAt().isPresent())
                      .isEqualTo(retracted.contains(entry.slot())));
    }
  }

  private List<QueuedEntry> enqueue(TestWriter writer, int count) {
    EnqueueOutcome outcome =
        outbox.enqueue(
            Collections.nCopies(count, EntryRequest.own(writer.lane(0), Owner.NONE)),
            Bench.NEW_LANE,
            writer::seal);
    return ((EnqueueOutcome.Accepted) outcome).entries();
  }

  private void sign(List<? extends Queued> jobs) {
    BatchOutcome.Prepared prepared =
        (BatchOutcome.Prepared)
            outbox.prepare(
                hospital.writer,
                hospital.signer.id(),
                jobs.stream().map(queued -> queued.job().id()).toList(),
                Instant.now());
    assertThat(
            outbox.signed(
                new SignedBatch(hospital.signer.sign(prepared.statement()), prepared.jobs())))
        .isEqualTo(new ChangeOutcome.Done());
  }

  private List<QueuedRetraction> retract(QueuedEntry note) {
    return outbox.retract(
        List.of(
            new RetractionDraft.OfOrganisation(
                note.slot(),
                note.digests().recordDigest(),
                KeyId.of(hospital.signer.publicKey()),
                Owner.NONE,
                Set.of())));
  }

  private void retract(QueuedEntry grant, TestWriter patient) {
    PatientAuthority authority = patient.authority(grant.place(), grant.digests(), true);
    PatientAnchor signed =
        new PatientAnchor(
            grant.digests().manifestDigest(),
            grant.digests().contentRoot(),
            authority.notAfter(),
            authority.signature());
    outbox.retract(
        List.of(
            new RetractionDraft.OfPatient(
                grant.slot().slot(),
                grant.digests().recordDigest(),
                signed,
                Owner.NONE,
                Set.of())));
  }

  private Map<LedgerSlot, SlotState> read(List<LedgerSlot> slots) {
    ReadOutcome outcome =
        network.connection().ledger().read(network.head(), LedgerQuery.ofSlots(Set.copyOf(slots)));
    assertThat(outcome).isInstanceOf(ReadOutcome.Proven.class);
    return ((ReadOutcome.Proven) outcome).slots();
  }

  /** Lets a process drain until it has said so for the n-th time, and kills it with SIGKILL. */
  private void killWhen(String said, int times) throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader lines = reader(process)) {
      int heard = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(said) && ++heard == times) {
          process.destroyForcibly();
          break;
        }
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private void runToTheEnd() throws IOException, InterruptedException {
    Process process = start();
    List<String> said;
    try (BufferedReader lines = reader(process)) {
      said = lines.lines().toList();
    }
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(said).last().as("said: %s", said).isEqualTo("Finished");
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            DrainingProcess.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }
}
