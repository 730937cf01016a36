package org.chartseal.services.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.record.internal.EntryVerifier;
import org.chartseal.services.record.internal.Evidence;
import org.chartseal.services.record.internal.EvidenceGatherer;
import org.chartseal.services.record.internal.LaneOrder;
import org.chartseal.services.record.internal.SealChains;
import org.chartseal.services.record.internal.StreamEnds;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryOpener;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.SignatureVerifier;

/**
 * Opens the streams of a record: proves, decrypts and verifies every entry, the newest years first
 * (DESIGN §3.5).
 *
 * <p>The cost grows with the entries and streams opened, not with the network.
 */
public final class RecordReader {

  /** How many streams the first wave reads; each further wave reads twice as many. */
  private static final int FIRST_WAVE = 8;

  private final Deployment deployment;
  private final ProvenLedger ledger;
  private final BlockStore blocks;
  private final EntryOpener opener;
  private final LeafExtractor extractor;
  private final CertificateChains chains;
  private final SignatureVerifier verifier;
  private final ExecutorService workers;

  /**
   * @param workers a bounded pool for decrypting and hashing; it stays the caller's
   */
  public RecordReader(
      Deployment deployment,
      ProvenLedger ledger,
      BlockStore blocks,
      EntryOpener opener,
      LeafExtractor extractor,
      CertificateChains chains,
      SignatureVerifier verifier,
      ExecutorService workers) {
    this.deployment = deployment;
    this.ledger = ledger;
    this.blocks = blocks;
    this.opener = opener;
    this.extractor = extractor;
    this.chains = chains;
    this.verifier = verifier;
    this.workers = workers;
  }

  /**
   * Reads the streams to their ends.
   *
   * @param subject whose record it is
   * @param streams what may be read; control years are read for the others' ends and give no
   *     entries of their own
   * @param progress asked between waves and entries
   * @param sink takes each entry, from the calling thread, newest year first and newest anchor
   *     first within a wave
   */
  public RecordOutcome read(
      Subject subject, List<StreamAccess> streams, Progress progress, Consumer<RecordEntry> sink) {
    return switch (ledger.head()) {
      case HeadOutcome.NoAgreement(var fault, var faults) -> new RecordOutcome.Failed(fault);
      case HeadOutcome.Stale(var block, var reason, var faults) ->
          new Reading(subject, block, false, progress, sink)
              .read(streams, List.of(reason.sentence()));
      case HeadOutcome.Agreed(var block, var faults) ->
          new Reading(subject, block, true, progress, sink).read(streams, List.of());
    };
  }

  /** One opening: what it knows so far. */
  private final class Reading {
    private final Subject subject;
    private final BlockRef at;
    private final Progress progress;
    private final Consumer<RecordEntry> sink;
    private final EvidenceGatherer gatherer;
    private final EntryVerifier entries;
    private final LaneScanner scanner = new LaneScanner(ledger);
    private final List<String> gaps = new ArrayList<>();
    private long given;

    Reading(
        Subject subject,
        BlockRef at,
        boolean fresh,
        Progress progress,
        Consumer<RecordEntry> sink) {
      this.subject = subject;
      this.at = at;
      this.progress = progress;
      this.sink = sink;
      this.gatherer = new EvidenceGatherer(ledger, new SealChains(ledger, blocks, at), at, fresh);
      this.entries = new EntryVerifier(deployment, blocks, opener, extractor, chains, verifier);
    }

    RecordOutcome read(List<StreamAccess> streams, List<String> reasons) {
      gaps.addAll(reasons);
      List<StreamAccess> control = new ArrayList<>();
      List<StreamAccess> content = new ArrayList<>();
      streams.forEach(stream -> (stream.isControl() ? control : content).add(stream));
      content.sort(
          Comparator.comparingInt((StreamAccess stream) -> stream.stream().year()).reversed());

      StreamEnds ends = new StreamEnds();
      Optional<RecordOutcome> failure =
          scan(control, lanes -> verifyAll(lanes, ends.none(), ends::add));
      int from = 0;
      int wave = FIRST_WAVE;
      while (failure.isEmpty() && from < content.size()) {
        int to = Math.min(content.size(), from + wave);
        failure = scan(content.subList(from, to), lanes -> verifyAll(lanes, ends, this::give));
        from = to;
        wave *= 2;
      }
      return failure.orElseGet(() -> new RecordOutcome.Opened(at, given, gaps));
    }

    private void give(RecordEntry entry) {
      given++;
      sink.accept(entry);
    }

    private Optional<RecordOutcome> scan(List<StreamAccess> streams, Verifying then) {
      if (streams.isEmpty()) {
        return Optional.empty();
      }
      return switch (scanner.scan(at, streams, progress)) {
        case ScanOutcome.Failed(var fault) -> Optional.of(new RecordOutcome.Failed(fault));
        case ScanOutcome.Stopped stopped -> Optional.of(new RecordOutcome.Stopped());
        case ScanOutcome.Scanned(var lanes) -> then.verify(lanes);
      };
    }

    private Optional<RecordOutcome> verifyAll(
        List<LaneReading> lanes, StreamEnds ends, Consumer<RecordEntry> taker) {
      List<Located> anchors = new ArrayList<>();
      for (LaneReading lane : lanes) {
        if (lane.disorder().isPresent()) {
          gaps.add("A part of the record is out of order.");
        }
        lane.filled().forEach(anchor -> anchors.add(new Located(lane, anchor)));
      }
      anchors.sort(
          Comparator.comparingInt((Located located) -> located.lane().access().stream().year())
              .thenComparing(located -> located.anchor().word().anchoredAt())
              .reversed());
      return switch (gatherer.gather(anchors.stream().map(Located::anchor).toList())) {
        case EvidenceGatherer.Outcome.Failed(Fault fault) ->
            Optional.of(new RecordOutcome.Failed(fault));
        case EvidenceGatherer.Outcome.Gathered(Evidence evidence) ->
            drain(submit(anchors, ends, evidence), taker);
      };
    }

    private List<Future<RecordEntry>> submit(
        List<Located> anchors, StreamEnds ends, Evidence evidence) {
      List<Future<RecordEntry>> pending = new ArrayList<>(anchors.size());
      for (Located located : anchors) {
        LaneReading lane = located.lane();
        LaneOrder order = ends.of(lane);
        pending.add(
            workers.submit(
                () -> entries.verify(subject, lane.access(), located.anchor(), order, evidence)));
      }
      return pending;
    }

    private Optional<RecordOutcome> drain(
        List<Future<RecordEntry>> pending, Consumer<RecordEntry> taker) {
      for (int i = 0; i < pending.size(); i++) {
        if (!progress.step(given, given + pending.size() - i, "opening entries")) {
          pending.forEach(future -> future.cancel(false));
          return Optional.of(new RecordOutcome.Stopped());
        }
        try {
          taker.accept(pending.get(i).get());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          pending.forEach(future -> future.cancel(false));
          return Optional.of(new RecordOutcome.Stopped());
        } catch (ExecutionException e) {
          throw new IllegalStateException("verifying an entry ends in a verdict", e.getCause());
        }
      }
      return Optional.empty();
    }
  }

  /** A filled place, with the lane in which it stands. */
  private record Located(LaneReading lane, LaneReading.Filled anchor) {}

  /** What is done with scanned lanes. */
  @FunctionalInterface
  private interface Verifying {
    Optional<RecordOutcome> verify(List<LaneReading> lanes);
  }
}
