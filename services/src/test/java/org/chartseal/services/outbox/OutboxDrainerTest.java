package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;
import static org.chartseal.services.outbox.Bench.FINALITY;
import static org.chartseal.services.outbox.Bench.NEW_LANE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartseal.services.blocks.BlockStore.GetOutcome;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealBlock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxDrainerTest {

  @TempDir Path folder;

  private Bench bench;
  private final TestWriter hospital = TestWriter.organisation(DEPLOYMENT, 7, 1);
  private final TestWriter patient = TestWriter.patient(DEPLOYMENT, 2);
  private final TestWriter neighbour = TestWriter.patient(DEPLOYMENT, 3);

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_draft_never_leaves_before_it_is_signed() {
    List<QueuedEntry> entries = bench.enqueue(hospital, 2);
    for (int i = 0; i < 3; i++) {
      bench.drain();
      bench.chain.mine();
    }
    assertThat(bench.states(entries)).containsOnly(JobState.DRAFT);
    assertThat(bench.chain.words()).isEmpty();
    assertThat(bench.blocks.get(new Cid(entries.getFirst().digests().manifestDigest())))
        .isInstanceOf(GetOutcome.Missing.class);
  }

  @Test
  void an_entry_is_final_only_when_enough_blocks_are_on_top_of_it() {
    QueuedEntry entry = bench.signed(hospital, 1).getFirst();
    bench.drain();
    assertThat(bench.state(entry)).isEqualTo(JobState.SUBMITTED);
    bench.chain.mine();
    for (int depth = 0; depth < FINALITY; depth++) {
      bench.drain();
      assertThat(bench.state(entry)).as("depth %d", depth).isEqualTo(JobState.SUBMITTED);
      bench.chain.mine();
    }
    bench.drain();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
    assertThat(bench.isOwn(entry, hospital.signer)).isTrue();
  }

  @Test
  void a_statement_over_three_hundred_goes_in_two_whole_runs_the_second_after_the_first_is_final() {
    List<QueuedEntry> entries = bench.signed(hospital, 300);
    bench.drain();
    bench.chain.mine();
    assertThat(bench.chain.words()).hasSize(256);
    bench.drain();
    bench.chain.mine();
    assertThat(bench.chain.words()).as("the lane's first run is not final yet").hasSize(256);
    bench.drainToTheEnd();
    assertThat(bench.states(entries)).containsOnly(JobState.FINAL);
    assertThat(bench.chain.submissions).isEqualTo(2);
  }

  @Test
  void runs_of_different_lanes_go_at_the_same_time() {
    List<EntryRequest> requests = new ArrayList<>();
    for (int i = 0; i < 512; i++) {
      requests.add(EntryRequest.own(hospital.lane(i), Owner.NONE));
    }
    bench.enqueue(hospital, requests);
    bench.signAll(hospital.writer, hospital.signer);
    bench.drain();
    bench.chain.mine();
    assertThat(bench.chain.words()).hasSize(512);
  }

  @Test
  void a_patients_next_entry_waits_until_the_one_before_is_final_and_patients_share_transactions() {
    List<QueuedEntry> first = bench.enqueue(patient, 2);
    List<QueuedEntry> others = bench.enqueue(neighbour, 2);
    bench.drain();
    bench.chain.mine();
    assertThat(bench.chain.submissions).isEqualTo(1);
    assertThat(bench.chain.words().keySet())
        .containsExactlyInAnyOrder(first.getFirst().slot(), others.getFirst().slot());
    bench.drainToTheEnd();
    assertThat(bench.states(first)).containsOnly(JobState.FINAL);
    assertThat(bench.states(others)).containsOnly(JobState.FINAL);
    assertThat(bench.chain.submissions).isEqualTo(2);
  }

  @Test
  void an_unsigned_entry_holds_up_those_behind_it_in_its_lane_and_no_others() {
    List<QueuedEntry> lane = bench.enqueue(hospital, 2);
    QueuedEntry elsewhere =
        bench.enqueue(hospital, List.of(EntryRequest.own(hospital.lane(9), Owner.NONE))).getFirst();
    assertThat(prepared(lane.get(1), elsewhere)).isInstanceOf(BatchOutcome.Refused.class);
    bench.sign(hospital.writer, hospital.signer, List.of(elsewhere));
    bench.drainToTheEnd();
    assertThat(bench.state(elsewhere)).isEqualTo(JobState.FINAL);
    assertThat(bench.states(lane)).containsOnly(JobState.DRAFT);
    bench.signAll(hospital.writer, hospital.signer);
    bench.drainToTheEnd();
    assertThat(bench.states(lane)).containsOnly(JobState.FINAL);
  }

  @Test
  void two_signatures_over_interleaved_lanes_never_wait_for_each_other() {
    List<QueuedEntry> one = bench.enqueue(hospital, 2);
    EntryRequest ninth = EntryRequest.own(hospital.lane(9), Owner.NONE);
    List<QueuedEntry> other = bench.enqueue(hospital, List.of(ninth, ninth));
    assertThat(prepared(one.get(0), other.get(1))).isInstanceOf(BatchOutcome.Refused.class);
    assertThat(prepared(one.get(1), other.get(0))).isInstanceOf(BatchOutcome.Refused.class);
    bench.sign(hospital.writer, hospital.signer, List.of(one.get(0), other.get(0)));
    bench.sign(hospital.writer, hospital.signer, List.of(one.get(1), other.get(1)));
    bench.drainToTheEnd();
    assertThat(bench.states(one)).containsOnly(JobState.FINAL);
    assertThat(bench.states(other)).containsOnly(JobState.FINAL);
  }

  @Test
  void what_failed_is_not_signed_with_what_comes_after_its_signed_followers() {
    QueuedEntry failed = bench.signed(hospital, 1).getFirst();
    bench.chain.refusing = true;
    bench.drainToTheEnd();
    assertThat(bench.state(failed)).isEqualTo(JobState.FAILED);
    bench.chain.refusing = false;
    bench.outbox.retry(failed.job().id());
    QueuedEntry follower = bench.signed(hospital, 1).getFirst();
    bench.chain.refusing = true;
    for (int i = 0; i < 10; i++) {
      bench.drain();
      bench.chain.mine();
    }
    bench.chain.refusing = false;
    assertThat(bench.state(failed)).isEqualTo(JobState.FAILED);
    assertThat(bench.state(follower)).isEqualTo(JobState.STORED);
    QueuedEntry last = bench.enqueue(hospital, 1).getFirst();

    assertThat(prepared(failed, last)).isInstanceOf(BatchOutcome.Refused.class);
    bench.sign(hospital.writer, hospital.signer, List.of(failed));
    bench.sign(hospital.writer, hospital.signer, List.of(last));
    bench.drainToTheEnd();
    assertThat(bench.states(List.of(failed, follower, last))).containsOnly(JobState.FINAL);
  }

  private BatchOutcome prepared(QueuedEntry... entries) {
    return bench.outbox.prepare(
        hospital.writer,
        hospital.signer.id(),
        Stream.of(entries).map(entry -> entry.job().id()).toList(),
        bench.now);
  }

  @Test
  void an_entry_whose_place_another_took_moves_and_its_followers_do_not() {
    List<QueuedEntry> entries = bench.signed(hospital, 3);
    bench.chain.squat(entries.get(1).slot());
    bench.drainToTheEnd();
    assertThat(bench.states(entries))
        .containsExactly(JobState.FINAL, JobState.MOVED, JobState.FINAL);
    QueuedEntry moved = bench.entry(entries.get(1).job().id()).orElseThrow();
    assertThat(moved.job().fault().orElseThrow().sentence()).contains("PIN");
    assertThat(bench.outbox.pending()).containsExactly(moved);

    assertThat(bench.outbox.reseal(moved.job().id(), moved.lane(), NEW_LANE, hospital::seal))
        .isInstanceOf(EnqueueOutcome.Accepted.class);
    bench.signAll(hospital.writer, hospital.signer);
    bench.drainToTheEnd();
    QueuedEntry there = bench.entry(moved.job().id()).orElseThrow();
    assertThat(there.job().state()).isEqualTo(JobState.FINAL);
    assertThat(there.place()).isEqualTo(new Place(0, 3));
    assertThat(bench.isOwn(there, hospital.signer)).isTrue();
  }

  @Test
  void an_entry_that_is_there_already_is_not_paid_for_twice() {
    QueuedEntry entry = bench.signed(hospital, 1).getFirst();
    bench.crash.after(0);
    // Killed at every step around the sending; whatever happened, the slot is filled once.
    int kills = 0;
    while (bench.state(entry) != JobState.FINAL) {
      bench.crash.after(kills % 25);
      bench.survives(bench::drain);
      bench.crash.never();
      bench.chain.mine();
      kills++;
      assertThat(kills).isLessThan(200);
    }
    assertThat(bench.chain.submissions).isLessThanOrEqualTo(2);
    assertThat(bench.isOwn(entry, hospital.signer)).isTrue();
  }

  @Test
  void every_statement_has_a_seal_block_that_names_the_one_before() throws RefusedException {
    List<QueuedEntry> first = bench.signed(hospital, 2);
    bench.drainToTheEnd();
    SealTip firstTip = bench.outbox.sealTip(hospital.writer).orElseThrow();
    bench.signed(hospital, 1);
    bench.drainToTheEnd();
    SealTip tip = bench.outbox.sealTip(hospital.writer).orElseThrow();
    assertThat(tip.height()).isEqualTo(2);
    SealBlock newest = sealBlock(tip);
    assertThat(newest.before()).contains(firstTip.digest());
    SealBlock oldest = sealBlock(firstTip);
    assertThat(oldest.before()).isEmpty();
    assertThat(oldest.leaves())
        .containsExactlyElementsOf(first.stream().map(QueuedEntry::reference).toList());
  }

  private SealBlock sealBlock(SealTip tip) throws RefusedException {
    GetOutcome.Found found = (GetOutcome.Found) bench.blocks.get(new Cid(tip.digest()));
    return SealBlock.parse(found.block());
  }

  @Test
  void a_drain_that_is_asked_to_stop_stops_and_the_next_goes_on() {
    List<QueuedEntry> entries = bench.signed(hospital, 5);
    DrainReport report = bench.drainer().drain((done, total, what) -> false);
    assertThat(report)
        .isInstanceOfSatisfying(
            DrainReport.Drained.class, drained -> assertThat(drained.waiting()).isEqualTo(5));
    assertThat(bench.chain.submissions).isZero();
    bench.drainToTheEnd();
    assertThat(bench.states(entries)).containsOnly(JobState.FINAL);
  }
}
