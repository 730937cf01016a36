package org.chartseal.services.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.record.internal.EntryVerifier;
import org.chartseal.services.record.internal.Evidence;
import org.chartseal.services.record.internal.EvidenceGatherer;
import org.chartseal.services.record.internal.LaneOrder;
import org.chartseal.services.record.internal.LaneWalk;
import org.chartseal.services.record.internal.SealChains;
import org.chartseal.services.record.internal.StreamEnds;
import org.chartseal.services.record.internal.Waves;
import org.chartseal.services.record.internal.Waves.Wave;
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

  private static final Fault DISORDER =
      new Fault("CS-READ-03", "A part of the record is out of order.");

  private static final long ASK_AGAIN_MILLIS = 50;

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

  /** Reads the streams to their ends, with the entries' contents. */
  public RecordOutcome read(
      Subject subject, List<StreamAccess> streams, Progress progress, Consumer<RecordEntry> sink) {
    return read(subject, streams, ReadingDetail.CONTENTS, place -> true, progress, sink);
  }

  /**
   * Reads the streams to their ends. While some entries are verified and given out, the next are
   * fetched; after a stop, nothing more is given out.
   *
   * @param subject whose record it is
   * @param streams what may be read; control years are read for the others' ends and give no
   *     entries of their own
   * @param detail whether the sink gets contents, too
   * @param places which entries are opened; all lanes are proven to their ends, whatever it says,
   *     and the ends of generations are always opened
   * @param progress asked between entries and while the ledger is waited for
   * @param sink takes each entry, from the calling thread, newest year first and newest anchor
   *     first within a year
   */
  public RecordOutcome read(
      Subject subject,
      List<StreamAccess> streams,
      ReadingDetail detail,
      Predicate<LaneReading.Filled> places,
      Progress progress,
      Consumer<RecordEntry> sink) {
    Given given = new Given(sink);
    return new NewestBlock(ledger)
        .read(
            head ->
                switch (head) {
                  case HeadOutcome.NoAgreement(var fault, var faults) ->
                      new RecordOutcome.Failed(fault);
                  case HeadOutcome.Stale(var block, var reason, var faults) ->
                      new Reading(subject, block, detail, places, progress, given)
                          .read(waves(block, false, streams, places), List.of(reason));
                  case HeadOutcome.Agreed(var block, var faults) ->
                      new Reading(subject, block, detail, places, progress, given)
                          .read(waves(block, true, streams, places), List.of());
                },
            outcome ->
                outcome instanceof RecordOutcome.Failed(var fault) && given.nothing()
                    ? Optional.of(fault)
                    : Optional.empty());
  }

  /** What the reader of the record got; what was given out once cannot be begun anew. */
  private static final class Given implements Consumer<RecordEntry> {
    private final Consumer<RecordEntry> sink;
    private long count;

    Given(Consumer<RecordEntry> sink) {
      this.sink = sink;
    }

    @Override
    public void accept(RecordEntry entry) {
      count++;
      sink.accept(entry);
    }

    boolean nothing() {
      return count == 0;
    }
  }

  private Waves waves(
      BlockRef at,
      boolean fresh,
      List<StreamAccess> streams,
      Predicate<LaneReading.Filled> places) {
    return new Waves(
        new LaneWalk(ledger, at),
        new EvidenceGatherer(
            ledger, new SealChains(query -> ledger.read(at, query), blocks), at, fresh),
        streams,
        places);
  }

  /** One opening: what it knows so far. */
  private final class Reading {
    private final Subject subject;
    private final BlockRef at;
    private final Predicate<LaneReading.Filled> places;
    private final Progress progress;
    private final Given sink;
    private final EntryVerifier entries;
    private final StreamEnds ends = new StreamEnds();
    private final List<Fault> gaps = new ArrayList<>();
    private volatile boolean stopped;

    Reading(
        Subject subject,
        BlockRef at,
        ReadingDetail detail,
        Predicate<LaneReading.Filled> places,
        Progress progress,
        Given sink) {
      this.subject = subject;
      this.at = at;
      this.places = places;
      this.progress = progress;
      this.sink = sink;
      this.entries =
          new EntryVerifier(deployment, blocks, opener, extractor, chains, verifier, detail, at);
    }

    RecordOutcome read(Waves waves, List<Fault> reasons) {
      gaps.addAll(reasons);
      ExecutorService network = Executors.newVirtualThreadPerTaskExecutor();
      try {
        Future<Wave> coming = network.submit(() -> waves.next(this::goesOn));
        while (true) {
          switch (await(coming)) {
            case Wave.Failed(var fault) -> {
              return new RecordOutcome.Failed(fault);
            }
            case Wave.Stopped _ -> {
              return new RecordOutcome.Stopped();
            }
            case Wave.End _ -> {
              return new RecordOutcome.Opened(at, sink.count, gaps);
            }
            case Wave.Read wave -> {
              coming = network.submit(() -> waves.next(this::goesOn));
              if (!verify(wave)) {
                return new RecordOutcome.Stopped();
              }
            }
          }
        }
      } finally {
        stopped = true;
        network.shutdownNow();
      }
    }

    /** For the thread that fetches: whoever opened the record is asked on their own. */
    private boolean goesOn(long done, long total, String what) {
      return !stopped;
    }

    private Wave await(Future<Wave> coming) {
      try {
        while (progress.step(sink.count, 0, "reading the ledger")) {
          try {
            return coming.get(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
          } catch (TimeoutException e) {
            // Not there yet; whoever waits may have had enough.
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException("reading the ledger ends in an outcome", e.getCause());
      }
      return new Wave.Stopped();
    }

    private boolean verify(Wave.Read wave) {
      List<Located> control = new ArrayList<>();
      List<Located> content = new ArrayList<>();
      for (LaneReading lane : wave.lanes()) {
        if (lane.disorder().isPresent()) {
          gaps.add(DISORDER);
        }
        if (lane.access().isControl()) {
          lane.filled().forEach(anchor -> control.add(new Located(lane, anchor)));
        } else {
          lane.filled().stream()
              .filter(places)
              .forEach(anchor -> content.add(new Located(lane, anchor)));
        }
      }
      content.sort(
          Comparator.comparingInt((Located located) -> located.lane().access().stream().year())
              .thenComparing(located -> located.anchor().word().anchoredAt())
              .reversed());
      return drain(submit(control, ends.none(), wave.evidence()), ends::add)
          && drain(submit(content, ends, wave.evidence()), sink);
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

    private boolean drain(List<Future<RecordEntry>> pending, Consumer<RecordEntry> taker) {
      for (int i = 0; i < pending.size(); i++) {
        if (!progress.step(sink.count, sink.count + pending.size() - i, "opening entries")) {
          pending.forEach(future -> future.cancel(false));
          return false;
        }
        try {
          taker.accept(pending.get(i).get());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          pending.forEach(future -> future.cancel(false));
          return false;
        } catch (ExecutionException e) {
          throw new IllegalStateException("verifying an entry ends in a verdict", e.getCause());
        }
      }
      return true;
    }
  }

  /** A filled place, with the lane in which it stands. */
  private record Located(LaneReading lane, LaneReading.Filled anchor) {}
}
