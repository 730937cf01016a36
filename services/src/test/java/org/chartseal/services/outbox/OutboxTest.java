package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;
import static org.chartseal.services.outbox.Bench.NEW_LANE;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.outbox.Position.Predecessor;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

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
  void entries_take_the_places_of_their_lane_in_order_and_name_the_one_before() {
    List<Position> offered = new ArrayList<>();
    Sealing sealing =
        positions -> {
          offered.addAll(positions);
          return hospital.seal(positions);
        };
    EntryRequest request = EntryRequest.own(hospital.lane(3), Owner.NONE);
    List<QueuedEntry> first =
        accepted(bench.outbox.enqueue(List.of(request, request), NEW_LANE, sealing));
    accepted(bench.outbox.enqueue(List.of(request), NEW_LANE, sealing));

    assertThat(offered)
        .containsExactly(
            new Position(hospital.lane(3), new Place(3, 0), new Predecessor.None()),
            new Position(hospital.lane(3), new Place(3, 1), new Predecessor.InThisCall(0)),
            new Position(
                hospital.lane(3), new Place(3, 2), new Predecessor.Known(first.get(1).digests())));
  }

  @Test
  void a_place_is_not_taken_when_the_pin_dialog_is_cancelled() {
    Fault cancelled = new Fault("TEST", "Cancelled.");
    EntryRequest request = EntryRequest.own(hospital.lane(0), Owner.NONE);
    assertThat(
            bench.outbox.enqueue(
                List.of(request), NEW_LANE, positions -> new Sealing.Outcome.Stopped(cancelled)))
        .isEqualTo(new EnqueueOutcome.Refused(cancelled));
    assertThat(bench.enqueue(hospital, 1).getFirst().place()).isEqualTo(new Place(0, 0));
  }

  @Test
  void a_new_machine_goes_on_where_the_chain_says() {
    EntryDigests before = new EntryDigests(Hash32.ZERO, Digests.sha256());
    LaneHeads proven = lane -> new LaneHeads.Outcome.Proven(new LaneHead(41, Optional.of(before)));
    List<Position> offered = new ArrayList<>();
    bench.outbox.enqueue(
        List.of(EntryRequest.own(hospital.lane(0), Owner.NONE)),
        proven,
        positions -> {
          offered.addAll(positions);
          return hospital.seal(positions);
        });
    assertThat(offered)
        .containsExactly(
            new Position(hospital.lane(0), new Place(0, 41), new Predecessor.Known(before)));
  }

  @Test
  void a_lane_that_is_not_known_waits_for_the_network_and_a_known_one_does_not() {
    Fault down = new Fault("TEST", "Down.");
    LaneHeads unreachable = lane -> new LaneHeads.Outcome.Unknown(down);
    List<EntryRequest> request = List.of(EntryRequest.own(hospital.lane(0), Owner.NONE));
    assertThat(bench.outbox.enqueue(request, unreachable, hospital::seal))
        .isEqualTo(new EnqueueOutcome.Refused(down));
    bench.enqueue(hospital, 1);
    assertThat(bench.outbox.enqueue(request, unreachable, hospital::seal))
        .isInstanceOf(EnqueueOutcome.Accepted.class);
  }

  @Test
  void in_a_lane_shared_with_other_desks_the_chain_is_asked_each_time() {
    EntryRequest shared =
        new EntryRequest(patient.lane(1), LaneUse.SHARED, Owner.NONE, java.util.Set.of());
    EntryDigests elsewhere = new EntryDigests(Hash32.ZERO, Hash32.ZERO);
    List<Integer> places = new ArrayList<>();
    for (int proven : new int[] {0, 5, 2}) {
      LaneHead head = new LaneHead(proven, proven == 0 ? Optional.empty() : Optional.of(elsewhere));
      places.add(
          accepted(
                  bench.outbox.enqueue(
                      List.of(shared), lane -> new LaneHeads.Outcome.Proven(head), patient::seal))
              .getFirst()
              .place()
              .n());
    }
    assertThat(places).containsExactly(0, 5, 6);
  }

  @Test
  void several_processes_that_write_into_one_lane_leave_no_gap_and_share_no_place()
      throws Exception {
    int each = 20;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<List<QueuedEntry>>> processes =
          IntStream.range(0, 4)
              .mapToObj(i -> (Callable<List<QueuedEntry>>) () -> write(each))
              .toList();
      List<Integer> places = new ArrayList<>();
      for (Future<List<QueuedEntry>> process : threads.invokeAll(processes)) {
        process.get().forEach(entry -> places.add(entry.place().n()));
      }
      assertThat(places)
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4 * each).boxed().toList());
    }
  }

  private List<QueuedEntry> write(int count) {
    List<QueuedEntry> written = new ArrayList<>();
    try (Outbox own =
        Bench.opened(new OutboxFile(folder.resolve("shared.db"), DEPLOYMENT).open())) {
      while (written.size() < count) {
        EnqueueOutcome outcome =
            own.enqueue(
                List.of(EntryRequest.own(hospital.lane(0), Owner.NONE)), NEW_LANE, hospital::seal);
        if (outcome instanceof EnqueueOutcome.Accepted accepted) {
          written.addAll(accepted.entries());
        }
      }
    }
    return written;
  }

  @Test
  void an_outbox_of_a_newer_version_is_refused_and_left_alone() throws Exception {
    bench.close();
    try (Connection raw = raw(bench.file)) {
      raw.createStatement().execute("PRAGMA user_version = 2");
    }
    byte[] before = Files.readAllBytes(bench.file);
    assertThat(new OutboxFile(bench.file, DEPLOYMENT).open())
        .isInstanceOfSatisfying(
            OpenOutcome.Refused.class,
            refused -> assertThat(refused.fault().sentence()).contains("newer version"));
    assertThat(bench.file).hasBinaryContent(before);
  }

  @Test
  void an_outbox_of_another_network_is_refused() {
    Deployment other = new Deployment(BigInteger.TWO, DEPLOYMENT.ledger());
    assertThat(new OutboxFile(bench.file, other).open())
        .isInstanceOfSatisfying(
            OpenOutcome.Refused.class,
            refused -> assertThat(refused.fault().sentence()).contains("another network"));
  }

  @Test
  void a_file_that_is_no_outbox_is_refused_and_left_alone() throws IOException, SQLException {
    Path text = Files.writeString(folder.resolve("text"), "a letter of some length ".repeat(100));
    byte[] before = Files.readAllBytes(text);
    assertThat(new OutboxFile(text, DEPLOYMENT).open()).isInstanceOf(OpenOutcome.Refused.class);
    assertThat(text).hasBinaryContent(before);

    Path database = folder.resolve("other.db");
    try (Connection raw = raw(database)) {
      raw.createStatement().execute("CREATE TABLE recipes (name TEXT)");
    }
    assertThat(new OutboxFile(database, DEPLOYMENT).open()).isInstanceOf(OpenOutcome.Refused.class);
  }

  @Test
  void a_draft_can_be_discarded_while_it_is_the_last_of_its_lane() {
    List<QueuedEntry> entries = bench.enqueue(hospital, 2);
    assertThat(bench.outbox.discard(entries.get(0).job().id()))
        .isInstanceOf(ChangeOutcome.Refused.class);
    assertThat(bench.outbox.discard(entries.get(1).job().id())).isEqualTo(new ChangeOutcome.Done());
    assertThat(bench.outbox.discard(entries.get(0).job().id())).isEqualTo(new ChangeOutcome.Done());
    assertThat(bench.enqueue(hospital, 1).getFirst().place()).isEqualTo(new Place(0, 0));
  }

  @Test
  void what_is_signed_can_no_longer_be_discarded_or_sealed_anew() {
    QueuedEntry entry = bench.enqueue(hospital, 1).getFirst();
    bench.signAll(hospital.writer, hospital.signer);
    assertThat(bench.outbox.discard(entry.job().id())).isInstanceOf(ChangeOutcome.Refused.class);
    assertThat(bench.outbox.reseal(entry.job().id(), entry.lane(), NEW_LANE, hospital::seal))
        .isInstanceOf(EnqueueOutcome.Refused.class);
  }

  @Test
  void a_draft_is_sealed_anew_for_its_own_place() {
    QueuedEntry entry = bench.enqueue(hospital, 1).getFirst();
    QueuedEntry again =
        accepted(bench.outbox.reseal(entry.job().id(), entry.lane(), NEW_LANE, hospital::seal))
            .getFirst();
    assertThat(again.place()).isEqualTo(entry.place());
    assertThat(again.digests()).isNotEqualTo(entry.digests());
    assertThat(bench.outbox.block(new Cid(entry.digests().manifestDigest()))).isEmpty();
    assertThat(bench.outbox.block(new Cid(again.digests().manifestDigest()))).isPresent();
  }

  @Test
  void a_signature_over_other_jobs_or_in_another_order_changes_nothing() {
    List<QueuedEntry> entries = bench.enqueue(hospital, 3);
    List<JobId> ids = entries.stream().map(entry -> entry.job().id()).toList();
    BatchOutcome.Prepared all =
        (BatchOutcome.Prepared)
            bench.outbox.prepare(hospital.writer, hospital.signer.id(), ids, bench.now);
    assertThat(all.jobs()).isEqualTo(ids);
    for (List<JobId> wrong : List.of(ids.subList(0, 2), ids.reversed())) {
      assertThat(bench.outbox.signed(new SignedBatch(hospital.signer.sign(all.statement()), wrong)))
          .isInstanceOf(ChangeOutcome.Refused.class);
    }
    assertThat(bench.states(entries)).containsOnly(JobState.DRAFT);
  }

  @Test
  void only_its_author_signs_an_entry() {
    QueuedEntry entry = bench.enqueue(hospital, 1).getFirst();
    List<JobId> ids = List.of(entry.job().id());
    TestKey colleague = new TestKey();
    assertThat(bench.outbox.prepare(hospital.writer, colleague.id(), ids, bench.now))
        .isInstanceOf(BatchOutcome.Refused.class);
    BatchOutcome.Prepared own =
        (BatchOutcome.Prepared)
            bench.outbox.prepare(hospital.writer, hospital.signer.id(), ids, bench.now);
    assertThat(bench.outbox.signed(new SignedBatch(colleague.sign(own.statement()), own.jobs())))
        .isInstanceOf(ChangeOutcome.Refused.class);
    assertThat(bench.state(entry)).isEqualTo(JobState.DRAFT);
    assertThat(bench.outbox.unsigned(hospital.writer, colleague.id())).isEmpty();
    assertThat(bench.outbox.unsigned(hospital.writer, hospital.signer.id())).hasSize(1);
  }

  @Test
  void nothing_of_a_signed_batch_is_there_when_the_process_dies_before_the_end_of_it() {
    List<QueuedEntry> entries = bench.enqueue(hospital, 3);
    bench.crash.after(0);
    assertThat(bench.survives(() -> bench.signAll(hospital.writer, hospital.signer))).isFalse();
    assertThat(bench.states(entries)).containsOnly(JobState.DRAFT);
  }

  @Test
  void all_of_a_signed_batch_is_there_when_the_process_dies_right_after_it() {
    List<QueuedEntry> entries = bench.enqueue(hospital, 3);
    bench.crash.after(1);
    assertThat(bench.survives(() -> bench.signAll(hospital.writer, hospital.signer))).isFalse();
    assertThat(bench.states(entries)).containsOnly(JobState.SIGNED);
  }

  @Test
  void an_owners_label_cannot_hold_a_name() {
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new Owner("Kim Min-jun"));
  }

  private static List<QueuedEntry> accepted(EnqueueOutcome outcome) {
    assertThat(outcome).isInstanceOf(EnqueueOutcome.Accepted.class);
    return ((EnqueueOutcome.Accepted) outcome).entries();
  }

  private static Connection raw(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
