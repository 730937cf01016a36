package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.chartseal.services.blocks.BlockStore.GetOutcome;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails on the way of an entry to the chain, and what the chain takes back. */
class OutboxFailuresTest {

  @TempDir Path folder;

  private Bench bench;
  private final TestWriter hospital = TestWriter.organisation(DEPLOYMENT, 7, 1);
  private final TestWriter patient = TestWriter.patient(DEPLOYMENT, 2);

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void
      a_suspended_key_fails_the_batch_after_three_blocks_and_its_author_signs_again_when_it_is_restored() {
    bench.chain.suspended.add(KeyId.of(hospital.signer.publicKey()).value());
    List<QueuedEntry> entries = bench.signed(hospital, 2);
    bench.drain();
    bench.drain();
    assertThat(bench.states(entries)).as("asked twice at one block").containsOnly(JobState.STORED);
    bench.drainToTheEnd();
    assertThat(bench.states(entries)).containsOnly(JobState.FAILED);
    assertThat(bench.entry(entries.getFirst().job().id()).orElseThrow().job().fault())
        .contains(ChainModel.REFUSED);

    bench.chain.suspended.clear();
    bench.signAll(hospital.writer, hospital.signer);
    bench.drainToTheEnd();
    assertThat(bench.states(entries)).containsOnly(JobState.FINAL);
    assertThat(entries).allMatch(entry -> bench.isOwn(entry, hospital.signer));
  }

  @Test
  void what_failed_goes_on_as_it_was_signed_when_the_reason_has_gone_away() {
    bench.chain.refusing = true;
    List<QueuedEntry> entries = bench.signed(hospital, 2);
    bench.drainToTheEnd();
    assertThat(bench.states(entries)).containsOnly(JobState.FAILED);
    bench.chain.refusing = false;
    assertThat(bench.outbox.retry(entries.getFirst().job().id()))
        .isEqualTo(new ChangeOutcome.Done());
    bench.drainToTheEnd();
    assertThat(bench.states(entries)).containsOnly(JobState.FINAL);
  }

  @Test
  void a_patients_signature_that_ran_out_fails_and_is_signed_anew_for_the_same_place() {
    patient.notAfter = bench.now.plusSeconds(1);
    bench.chain.mine(3);
    QueuedEntry entry = bench.enqueue(patient, 1).getFirst();
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FAILED);

    patient.notAfter = bench.now.plus(Duration.ofDays(30));
    PatientAuthority again = patient.authority(entry.place(), entry.digests(), false);
    assertThat(bench.outbox.signedAnew(entry.job().id(), again))
        .isEqualTo(new ChangeOutcome.Done());
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
  }

  @Test
  void a_node_that_is_down_loses_nothing_and_is_asked_less_and_less_often() {
    QueuedEntry entry = bench.signed(hospital, 1).getFirst();
    bench.chain.down = true;
    DrainReport.Drained report = bench.drain();
    assertThat(report.faults()).containsExactly(ChainModel.DOWN);
    assertThat(bench.state(entry))
        .as("documents are stored meanwhile")
        .isIn(JobState.SIGNED, JobState.STORED);
    bench.drain();
    bench.chain.down = false;
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
  }

  @Test
  void a_full_document_store_holds_entries_back_with_its_reason() {
    QueuedEntry entry = bench.signed(hospital, 1).getFirst();
    bench.blocks.full = true;
    assertThat(bench.drain().faults())
        .extracting(Fault::sentence)
        .containsExactly("The disk is full.");
    assertThat(bench.state(entry)).isEqualTo(JobState.SIGNED);
    bench.blocks.full = false;
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
  }

  @Test
  void a_transaction_that_every_node_forgot_is_sent_again() {
    QueuedEntry entry = bench.signed(hospital, 1).getFirst();
    bench.drain();
    bench.chain.losePool();
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.submissions).isEqualTo(2);
  }

  @Test
  void a_reorganisation_below_an_entry_that_is_not_final_sends_it_again() {
    QueuedEntry entry = bench.signed(hospital, 1).getFirst();
    bench.drain();
    bench.chain.mine();
    bench.drain();
    bench.chain.cut(1);
    bench.chain.mine();
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
    assertThat(bench.isOwn(entry, hospital.signer)).isTrue();
  }

  @Test
  void a_node_restored_from_an_older_state_gets_back_what_was_final() {
    List<QueuedEntry> entries = bench.signed(hospital, 2);
    bench.drainToTheEnd();
    bench.chain.mine(4);
    bench.drain();
    bench.chain.cut(100);
    bench.chain.mine();
    assertThat(bench.drain().moves().returned()).isEqualTo(2);
    bench.drainToTheEnd();
    assertThat(entries).allMatch(entry -> bench.isOwn(entry, hospital.signer));
    assertThat(bench.states(entries)).containsOnly(JobState.FINAL);
  }

  @Test
  void an_older_state_that_nobody_noticed_is_healed_before_anything_follows_in_the_lane() {
    QueuedEntry first = bench.signed(hospital, 1).getFirst();
    bench.drainToTheEnd();
    bench.chain.cut(100);
    bench.chain.mine(30);
    QueuedEntry second = bench.signed(hospital, 1).getFirst();
    bench.drainToTheEnd();
    assertThat(bench.chain.filledAt(first.slot()).orElseThrow())
        .isLessThan(bench.chain.filledAt(second.slot()).orElseThrow());
  }

  @Test
  void ciphertext_is_kept_until_a_last_look_long_after_finality() {
    QueuedEntry entry = bench.signed(hospital, 1).getFirst();
    Cid manifest = new Cid(entry.digests().manifestDigest());
    bench.drainToTheEnd();
    assertThat(bench.outbox.block(manifest)).isPresent();
    bench.chain.mine(40);
    bench.drain();
    assertThat(bench.outbox.block(manifest)).isEmpty();
    assertThat(bench.blocks.get(manifest)).isInstanceOf(GetOutcome.Found.class);
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
  }
}
