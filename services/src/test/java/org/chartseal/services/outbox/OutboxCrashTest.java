package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartseal.services.blocks.BlockStore.GetOutcome;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.seal.KeyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One story, killed at each of its steps in turn: before and after every commit, every block
 * stored, every transaction sent.
 */
class OutboxCrashTest {

  @TempDir Path folder;

  private final TestWriter hospital = TestWriter.organisation(DEPLOYMENT, 7, 1);
  private final TestWriter patient = TestWriter.patient(DEPLOYMENT, 2);

  @Test
  void a_kill_at_any_step_loses_no_signed_entry_and_anchors_each_once() throws Exception {
    int step = 0;
    boolean killed = true;
    while (killed) {
      Path home = Files.createDirectory(folder.resolve("step-" + step));
      try (Bench bench = new Bench(home)) {
        killed = story(bench, step);
      }
      step++;
    }
    assertThat(step).as("steps of the story").isGreaterThan(60);
  }

  /** Returns whether it was killed; the next process does what the user would do again. */
  private boolean story(Bench bench, int step) {
    List<JobId> promised = new ArrayList<>();
    boolean killed = false;
    bench.crash.after(step);
    for (Runnable act :
        List.<Runnable>of(
            () -> bench.enqueue(hospital, 3),
            () -> promised.addAll(sign(bench)),
            () -> bench.enqueue(patient, 2).forEach(entry -> promised.add(entry.job().id())))) {
      killed |= !bench.survives(act);
    }
    killed |= !drainToTheEnd(bench);
    bench.crash.never();
    if (killed) {
      sign(bench);
      bench.drainToTheEnd();
    }
    check(bench, promised);
    return killed;
  }

  private List<JobId> sign(Bench bench) {
    List<JobId> ids =
        bench.outbox.unsigned(hospital.writer).stream().map(queued -> queued.job().id()).toList();
    bench.signAll(hospital.writer, hospital.signer);
    return ids;
  }

  private static boolean drainToTheEnd(Bench bench) {
    boolean survived = true;
    for (int i = 0; i < 40 && !bench.outbox.pending().isEmpty(); i++) {
      rememberPatients(bench);
      survived &= bench.survives(bench::drain);
      bench.chain.mine();
    }
    return survived;
  }

  /** Where a patient's signature leads to, the model has to be told. */
  private static void rememberPatients(Bench bench) {
    bench.outbox.pending().stream()
        .filter(QueuedEntry.class::isInstance)
        .map(QueuedEntry.class::cast)
        .forEach(entry -> bench.chain.knowPatient(entry.slot(), entry.digests()));
  }

  private void check(Bench bench, List<JobId> promised) {
    assertThat(bench.outbox.pending()).isEmpty();
    Set<KeyId> authors = Set.of(KeyId.PATIENT, KeyId.of(hospital.signer.publicKey()));
    for (JobId id : promised) {
      QueuedEntry entry = bench.entry(id).orElseThrow();
      assertThat(entry.job().state()).isEqualTo(JobState.FINAL);
    }
    for (Queued queued : bench.outbox.ofOwner(Owner.NONE)) {
      QueuedEntry entry = (QueuedEntry) queued;
      Word word = bench.chain.word(entry.slot());
      assertThat(authors).anyMatch(author -> word.matches(entry.digests().recordDigest(), author));
      assertThat(bench.blocks.get(new Cid(entry.digests().manifestDigest())))
          .isInstanceOf(GetOutcome.Found.class);
    }
    assertThat(bench.chain.words()).hasSameSizeAs(bench.outbox.ofOwner(Owner.NONE));
    assertThat(bench.chain.submissions).as("one more than needed at most").isLessThanOrEqualTo(4);
  }
}
