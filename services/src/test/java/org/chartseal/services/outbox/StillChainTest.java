package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;
import static org.chartseal.services.outbox.Bench.FINALITY;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain on which nobody writes makes no blocks, as the embedded node does not: what stands there
 * deep enough when it is first looked at must not wait for blocks that do not come.
 */
class StillChainTest {

  @TempDir Path folder;

  private Bench bench;
  private final TestWriter hospital = TestWriter.organisation(DEPLOYMENT, 1, 1);
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
  void a_place_that_another_took_long_ago_is_given_up_at_once() {
    QueuedEntry entry = bench.enqueue(hospital, 1).getFirst();
    bench.signAll(hospital.writer, hospital.signer);
    bench.chain.squat(entry.slot());
    bench.chain.mine(FINALITY);
    bench.drain();
    bench.drain();
    assertThat(bench.state(entry)).isEqualTo(JobState.MOVED);
    assertThat(bench.chain.submissions).isZero();
  }

  @Test
  void what_another_outbox_has_retracted_is_final_at_once() {
    QueuedEntry grant = bench.enqueue(patient, 1).getFirst();
    bench.drainToTheEnd();
    retract(grant);
    bench.drainToTheEnd();
    QueuedRetraction again = retract(grant);
    bench.drain();
    bench.drain();
    assertThat(bench.state(again)).isEqualTo(JobState.FINAL);
  }

  @Test
  void an_attempt_of_which_no_receipt_is_left_is_final_by_its_word() {
    QueuedEntry entry = bench.enqueue(patient, 1).getFirst();
    bench.drain();
    bench.chain.mine(1 + FINALITY);
    bench.chain.forgetsReceipts = true;
    bench.drain();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
  }

  private QueuedRetraction retract(QueuedEntry entry) {
    PatientAuthority authority = patient.authority(entry.place(), entry.digests(), true);
    PatientAnchor signed =
        new PatientAnchor(
            entry.digests().manifestDigest(),
            entry.digests().contentRoot(),
            authority.notAfter(),
            authority.signature());
    return bench
        .outbox
        .retract(
            List.of(
                new RetractionDraft.OfPatient(
                    entry.slot().slot(),
                    entry.digests().recordDigest(),
                    signed,
                    Owner.NONE,
                    Set.of())))
        .getFirst();
  }
}
