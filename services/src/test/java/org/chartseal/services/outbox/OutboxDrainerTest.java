package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;
import static org.chartseal.services.outbox.Bench.FINALITY;
import static org.chartseal.services.outbox.Bench.NEW_LANE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartseal.services.blocks.BlockStore.GetOutcome;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.Queued.QueuedAct;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
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

  private List<QueuedEntry> signed(int count) {
    List<QueuedEntry> entries = bench.enqueue(hospital, count);
    bench.signAll(hospital.writer, hospital.signer);
    return entries;
  }

  private boolean isOwn(QueuedEntry entry, TestKey author) {
    Word word = bench.chain.words().get(entry.slot());
    return word != null
        && word.matches(entry.digests().recordDigest(), KeyId.of(author.publicKey()));
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
    QueuedEntry entry = signed(1).getFirst();
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
    assertThat(isOwn(entry, hospital.signer)).isTrue();
  }

  @Test
  void a_statement_over_three_hundred_goes_in_two_whole_runs_the_second_after_the_first_is_final() {
    List<QueuedEntry> entries = signed(300);
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
    QueuedEntry failed = signed(1).getFirst();
    bench.chain.refusing = true;
    bench.drainToTheEnd();
    assertThat(bench.state(failed)).isEqualTo(JobState.FAILED);
    bench.chain.refusing = false;
    bench.outbox.retry(failed.job().id());
    QueuedEntry follower = signed(1).getFirst();
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
    List<QueuedEntry> entries = signed(3);
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
    assertThat(isOwn(there, hospital.signer)).isTrue();
  }

  @Test
  void an_entry_that_is_there_already_is_not_paid_for_twice() {
    QueuedEntry entry = signed(1).getFirst();
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
    assertThat(isOwn(entry, hospital.signer)).isTrue();
  }

  @Test
  void
      a_suspended_key_fails_the_batch_after_three_blocks_and_its_author_signs_again_when_it_is_restored() {
    bench.chain.suspended.add(KeyId.of(hospital.signer.publicKey()).value());
    List<QueuedEntry> entries = signed(2);
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
    assertThat(entries).allMatch(entry -> isOwn(entry, hospital.signer));
  }

  @Test
  void what_failed_goes_on_as_it_was_signed_when_the_reason_has_gone_away() {
    bench.chain.refusing = true;
    List<QueuedEntry> entries = signed(2);
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
    QueuedEntry entry = signed(1).getFirst();
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
    QueuedEntry entry = signed(1).getFirst();
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
    QueuedEntry entry = signed(1).getFirst();
    bench.drain();
    bench.chain.losePool();
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.submissions).isEqualTo(2);
  }

  @Test
  void a_reorganisation_below_an_entry_that_is_not_final_sends_it_again() {
    QueuedEntry entry = signed(1).getFirst();
    bench.drain();
    bench.chain.mine();
    bench.drain();
    bench.chain.cut(1);
    bench.chain.mine();
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
    assertThat(isOwn(entry, hospital.signer)).isTrue();
  }

  @Test
  void a_node_restored_from_an_older_state_gets_back_what_was_final() {
    List<QueuedEntry> entries = signed(2);
    bench.drainToTheEnd();
    bench.chain.mine(4);
    bench.drain();
    bench.chain.cut(100);
    bench.chain.mine();
    assertThat(bench.drain().moves().returned()).isEqualTo(2);
    bench.drainToTheEnd();
    assertThat(entries).allMatch(entry -> isOwn(entry, hospital.signer));
    assertThat(bench.states(entries)).containsOnly(JobState.FINAL);
  }

  @Test
  void an_older_state_that_nobody_noticed_is_healed_before_anything_follows_in_the_lane() {
    QueuedEntry first = signed(1).getFirst();
    bench.drainToTheEnd();
    bench.chain.cut(100);
    bench.chain.mine(30);
    QueuedEntry second = signed(1).getFirst();
    bench.drainToTheEnd();
    assertThat(bench.chain.filledAt(first.slot()).orElseThrow())
        .isLessThan(bench.chain.filledAt(second.slot()).orElseThrow());
  }

  @Test
  void ciphertext_is_kept_until_a_last_look_long_after_finality() {
    QueuedEntry entry = signed(1).getFirst();
    Cid manifest = new Cid(entry.digests().manifestDigest());
    bench.drainToTheEnd();
    assertThat(bench.outbox.block(manifest)).isPresent();
    bench.chain.mine(40);
    bench.drain();
    assertThat(bench.outbox.block(manifest)).isEmpty();
    assertThat(bench.blocks.get(manifest)).isInstanceOf(GetOutcome.Found.class);
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
  }

  @Test
  void every_statement_has_a_seal_block_that_names_the_one_before() throws RefusedException {
    List<QueuedEntry> first = signed(2);
    bench.drainToTheEnd();
    SealTip firstTip = bench.outbox.sealTip(hospital.writer).orElseThrow();
    signed(1);
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
  void a_retraction_waits_for_what_it_retracts_and_for_the_correction() {
    QueuedEntry wrong = signed(1).getFirst();
    QueuedEntry correction = bench.enqueue(hospital, 1).getFirst();
    QueuedRetraction retraction =
        bench
            .outbox
            .retract(
                List.of(
                    new RetractionDraft.OfOrganisation(
                        wrong.slot(),
                        wrong.digests().recordDigest(),
                        KeyId.of(hospital.signer.publicKey()),
                        Owner.NONE,
                        Set.of(correction.job().id()))))
            .getFirst();
    bench.sign(hospital.writer, hospital.signer, List.of(retraction));
    bench.drain();
    bench.chain.mine();
    bench.drain();
    bench.drain();
    assertThat(bench.state(wrong)).isEqualTo(JobState.SUBMITTED);
    bench.chain.mine(10);
    bench.drain();
    assertThat(bench.state(wrong)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.word(wrong.slot()).retractedAt()).isEmpty();

    bench.signAll(hospital.writer, hospital.signer);
    bench.drainToTheEnd();
    assertThat(bench.state(retraction)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.word(wrong.slot()).retractedAt()).isPresent();
    assertThat(bench.chain.word(correction.slot()).retractedAt()).isEmpty();
    bench.restart();
    bench.drain();
    assertThat(bench.state(wrong))
        .as("retracted since, and still its own")
        .isEqualTo(JobState.FINAL);
  }

  @Test
  void a_patients_retraction_goes_under_the_slots_own_key() {
    QueuedEntry grant = bench.enqueue(patient, 1).getFirst();
    PatientAuthority authority = patient.authority(grant.place(), grant.digests(), true);
    QueuedRetraction retraction =
        bench
            .outbox
            .retract(
                List.of(
                    new RetractionDraft.OfPatient(
                        grant.slot().slot(),
                        grant.digests().recordDigest(),
                        new PatientAnchor(
                            grant.digests().manifestDigest(),
                            grant.digests().contentRoot(),
                            authority.notAfter(),
                            authority.signature()),
                        Owner.NONE,
                        Set.of())))
            .getFirst();
    bench.drainToTheEnd();
    assertThat(bench.state(retraction)).isEqualTo(JobState.FINAL);
    assertThat(bench.state(grant)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.word(grant.slot()).retractedAt()).isPresent();
  }

  @Test
  void an_act_is_sent_until_the_chain_shows_its_effect_and_never_after() {
    QueuedEntry decision = signed(1).getFirst();
    bench.acts.add(new AnchorAct(bench, decision));
    bench.restart();
    QueuedAct act =
        bench.outbox.act(
            new ActDraft(
                new ActKind("test/1"), new byte[] {1}, Owner.NONE, Set.of(decision.job().id())));
    bench.drainToTheEnd();
    assertThat(bench.state(act)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.submissions).as("the entry, then the act").isEqualTo(2);
    bench.chain.mine(5);
    bench.drain();
    assertThat(bench.chain.submissions).isEqualTo(2);
  }

  /** An act with an effect that this model can show: a patient's entry anchored by hand. */
  private static final class AnchorAct implements ActHandler {
    private final Bench bench;
    private final PatientAnchor anchor;
    private final LedgerSlot slot;

    AnchorAct(Bench bench, QueuedEntry waitsFor) {
      this.bench = bench;
      TestWriter writer = TestWriter.patient(DEPLOYMENT, 77);
      Place place = new Place(0, 0);
      PatientAuthority authority = writer.authority(place, waitsFor.digests(), false);
      this.slot = new LedgerSlot(writer.writer, writer.slot(place));
      this.anchor =
          new PatientAnchor(
              waitsFor.digests().manifestDigest(),
              waitsFor.digests().contentRoot(),
              authority.notAfter(),
              authority.signature());
      bench.chain.knowPatient(slot, waitsFor.digests());
    }

    @Override
    public ActKind kind() {
      return new ActKind("test/1");
    }

    @Override
    public Standing standing(BlockRef at, byte[] payload) {
      Optional<Long> filled = bench.chain.filledAt(slot);
      return filled.isPresent() && filled.get() <= at.number()
          ? new Standing.Done()
          : new Standing.NotYet();
    }

    @Override
    public Submission submission(byte[] payload) {
      return new Submission.PatientAnchors(List.of(anchor));
    }
  }

  @Test
  void an_act_of_an_unknown_kind_waits_for_a_version_that_knows_it() {
    QueuedAct act =
        bench.outbox.act(new ActDraft(new ActKind("later/9"), new byte[0], Owner.NONE, Set.of()));
    assertThat(bench.drain().faults()).extracting(Fault::code).containsExactly("CS-OUTB-18");
    assertThat(bench.state(act)).isEqualTo(JobState.STORED);
  }

  @Test
  void only_one_drains_at_a_time() {
    Set<DrainReport> reports = new HashSet<>();
    signed(1);
    bench.chain.watcher = submission -> reports.add(otherProcess());
    bench.drain();
    assertThat(reports).containsExactly(new DrainReport.Elsewhere());
  }

  private DrainReport otherProcess() {
    try (Outbox other = Bench.opened(new OutboxFile(bench.file, DEPLOYMENT).open())) {
      return other
          .drainer(
              new DrainPorts(bench.blocks, bench.chain, bench.chain, List.of()),
              DrainSettings.of(FINALITY))
          .drain(org.chartseal.services.seal.Progress.NONE);
    }
  }

  @Test
  void a_drain_that_is_asked_to_stop_stops_and_the_next_goes_on() {
    List<QueuedEntry> entries = signed(5);
    DrainReport report = bench.drainer().drain((done, total, what) -> false);
    assertThat(report)
        .isInstanceOfSatisfying(
            DrainReport.Drained.class, drained -> assertThat(drained.waiting()).isEqualTo(5));
    assertThat(bench.chain.submissions).isZero();
    bench.drainToTheEnd();
    assertThat(bench.states(entries)).containsOnly(JobState.FINAL);
  }
}
