package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;
import static org.chartseal.services.outbox.Bench.FINALITY;
import static org.chartseal.services.outbox.Bench.NEW_LANE;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.chartseal.services.blocks.BlockStore.GetOutcome;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Place;

/** Whatever users, networks and disks do, and whenever the process is killed in it. */
class OutboxProperties {

  /** What may happen. */
  enum Event {
    HOSPITAL_WRITES,
    HOSPITAL_WRITES_ELSEWHERE,
    PATIENT_WRITES,
    NEIGHBOUR_WRITES,
    SIGN,
    DRAIN,
    DRAIN_AND_DIE,
    MINE,
    MINE_MANY,
    REORGANISE,
    LOSE_POOL,
    RESTORE_OLDER_STATE,
    NODE_DOWN,
    NODE_UP,
    DISK_FULL,
    DISK_FREE,
    SOMEBODY_TAKES_THE_NEXT_PLACE,
    SEAL_MOVED_ANEW,
    RESTART
  }

  /** One event and a number for it. */
  record Step(Event event, int number) {}

  @Provide
  Arbitrary<List<Step>> stories() {
    Arbitrary<Event> events =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.of(Event.DRAIN)),
            net.jqwik.api.Tuple.of(3, Arbitraries.of(Event.DRAIN_AND_DIE)),
            net.jqwik.api.Tuple.of(3, Arbitraries.of(Event.MINE)),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(Event.SIGN)),
            net.jqwik.api.Tuple.of(6, Arbitraries.of(Event.class)));
    return Combinators.combine(events, Arbitraries.integers().between(0, 30))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void every_signed_entry_becomes_final_exactly_once_and_no_lane_ever_has_a_gap(
      @ForAll("stories") List<Step> story) throws IOException {
    Path home = Files.createTempDirectory("chartseal-outbox");
    try (World world = new World(home)) {
      story.forEach(world::happen);
      world.heal();
      world.check();
    } finally {
      delete(home);
    }
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home, new FileVisitOption[0])) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class World implements AutoCloseable {
    final Bench bench;
    final TestWriter hospital = TestWriter.organisation(DEPLOYMENT, 7, 1);
    final TestWriter patient = TestWriter.patient(DEPLOYMENT, 2);
    final TestWriter neighbour = TestWriter.patient(DEPLOYMENT, 3);
    final Set<JobId> promised = new HashSet<>();
    final Map<LedgerSlot, LedgerSlot> before = new HashMap<>();
    final Set<LedgerSlot> squatted = new LinkedHashSet<>();
    boolean restored;

    World(Path home) {
      bench = new Bench(home);
      bench.chain.watcher = this::checkOrder;
    }

    void happen(Step step) {
      int number = step.number();
      switch (step.event()) {
        case HOSPITAL_WRITES -> write(hospital, 0, 1 + number % 3);
        case HOSPITAL_WRITES_ELSEWHERE -> write(hospital, 1 + number % 3, 1);
        case PATIENT_WRITES -> write(patient, 0, 1);
        case NEIGHBOUR_WRITES -> write(neighbour, 0, 1);
        case SIGN -> sign();
        case DRAIN -> bench.drain();
        case DRAIN_AND_DIE -> drainAndDie(number);
        case MINE -> bench.chain.mine();
        case MINE_MANY -> bench.chain.mine(number);
        case REORGANISE -> bench.chain.reorganise(number % (FINALITY + 1));
        case LOSE_POOL -> bench.chain.losePool();
        case RESTORE_OLDER_STATE -> restore(number);
        case NODE_DOWN -> bench.chain.down = true;
        case NODE_UP -> bench.chain.down = false;
        case DISK_FULL -> bench.blocks.full = true;
        case DISK_FREE -> bench.blocks.full = false;
        case SOMEBODY_TAKES_THE_NEXT_PLACE -> squat();
        case SEAL_MOVED_ANEW -> sealMovedAnew();
        case RESTART -> bench.restart();
      }
    }

    private void write(TestWriter writer, int lane, int count) {
      List<EntryRequest> requests = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        requests.add(EntryRequest.own(writer.lane(lane), Owner.NONE));
      }
      for (QueuedEntry entry : bench.enqueue(writer, requests)) {
        remember(writer, entry);
        if (entry.lane().isPatients()) {
          promised.add(entry.job().id());
        }
      }
    }

    private void remember(TestWriter writer, QueuedEntry entry) {
      Place place = entry.place();
      if (place.n() > 0) {
        Place last = new Place(place.lane(), place.n() - 1);
        before.put(entry.slot(), new LedgerSlot(writer.writer, writer.slot(last)));
      }
      bench.chain.knowPatient(entry.slot(), entry.digests());
    }

    private void sign() {
      bench.outbox.unsigned(hospital.writer).forEach(queued -> promised.add(queued.job().id()));
      bench.signAll(hospital.writer, hospital.signer);
    }

    private void drainAndDie(int number) {
      bench.crash.after(number);
      bench.survives(bench::drain);
      bench.crash.never();
    }

    /** The other machine's outbox does its own part at once. */
    private void restore(int depth) {
      bench.chain.cut(depth);
      restored = true;
      squatted.stream()
          .filter(slot -> !bench.chain.words().containsKey(slot))
          .forEach(bench.chain::squat);
    }

    /** Another machine with the same lane is faster; it keeps to the order of the lane. */
    private void squat() {
      bench.outbox.pending().stream()
          .filter(QueuedEntry.class::isInstance)
          .map(QueuedEntry.class::cast)
          .filter(entry -> !entry.lane().isPatients())
          .filter(entry -> !bench.chain.words().containsKey(entry.slot()))
          .filter(entry -> !restored && isAfterFilled(entry.slot()))
          .findFirst()
          .ifPresent(entry -> {
            bench.chain.squat(entry.slot());
            squatted.add(entry.slot());
          });
    }

    private boolean isAfterFilled(LedgerSlot slot) {
      LedgerSlot last = before.get(slot);
      return last == null || isDeep(last);
    }

    private boolean isDeep(LedgerSlot slot) {
      Optional<Long> filled = bench.chain.filledAt(slot);
      return filled.isPresent() && filled.get() + FINALITY <= bench.chain.height();
    }

    private void sealMovedAnew() {
      for (QueuedEntry entry : moved()) {
        EnqueueOutcome outcome =
            bench.outbox.reseal(entry.job().id(), entry.lane(), NEW_LANE, hospital::seal);
        assertThat(outcome).isInstanceOf(EnqueueOutcome.Accepted.class);
        remember(hospital, bench.entry(entry.job().id()).orElseThrow());
      }
    }

    private List<QueuedEntry> moved() {
      return bench.outbox.pending().stream()
          .filter(queued -> queued.job().state() == JobState.MOVED)
          .map(QueuedEntry.class::cast)
          .toList();
    }

    /** Whatever is sent: what stands before it is there, or goes first in the same run. */
    private void checkOrder(Submission submission) {
      List<LedgerSlot> slots = bench.chain.slots(submission);
      for (int i = 0; i < slots.size(); i++) {
        LedgerSlot last = before.get(slots.get(i));
        if (last == null || bench.chain.words().containsKey(slots.get(i))) {
          continue;
        }
        boolean inRun =
            submission instanceof Submission.AnchorRun && slots.subList(0, i).contains(last);
        boolean there = restored ? bench.chain.words().containsKey(last) : isDeep(last);
        assertThat(inRun || there)
            .as("an entry is sent before the one in front of it is final")
            .isTrue();
      }
    }

    void heal() {
      bench.chain.down = false;
      bench.blocks.full = false;
      bench.restart();
      for (int round = 0; round < 8; round++) {
        sealMovedAnew();
        sign();
        bench.drainToTheEnd();
      }
    }

    void check() {
      assertThat(bench.outbox.pending()).isEmpty();
      KeyId author = KeyId.of(hospital.signer.publicKey());
      Set<LedgerSlot> filled = new HashSet<>();
      for (Queued queued : bench.outbox.ofOwner(Owner.NONE)) {
        QueuedEntry entry = (QueuedEntry) queued;
        promised.remove(entry.job().id());
        Word word = bench.chain.word(entry.slot());
        KeyId by = entry.lane().isPatients() ? KeyId.PATIENT : author;
        assertThat(word.matches(entry.digests().recordDigest(), by)).as("%s", entry).isTrue();
        assertThat(bench.blocks.get(new Cid(entry.digests().manifestDigest())))
            .isInstanceOf(GetOutcome.Found.class);
        filled.add(entry.slot());
      }
      assertThat(promised).as("signed and lost").isEmpty();
      filled.addAll(squatted);
      assertThat(bench.chain.words().keySet()).as("anchored once each").isSubsetOf(filled);
    }

    @Override
    public void close() {
      bench.close();
    }
  }
}
