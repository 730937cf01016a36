package org.chartseal.services.network.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.locks.ProcessLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the node for as long as it is in use. Every user has a keeper; the one that holds the
 * keeper's lock works, and when its process dies another takes over within a second.
 *
 * <p>It restarts a node that died, keeps the state after new transactions, and only then mines the
 * blocks that make them final: what is final survives the node's death. What came in the last
 * second or two may be lost, as in a reorganisation.
 */
final class NodeKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeKeeper.class);

  private static final Duration TICK = Duration.ofMillis(500);

  /** Keeping a large chain takes time; it may take a fifth of it. */
  private static final int REST = 4;

  /** Empty blocks after which the state is kept too, so that a restart is never far behind. */
  private static final int EMPTY_BLOCKS = 20;

  private final Path folder;
  private final Path binary;
  private final NodeProcess process;
  private final HeadMemory heads;
  private final int finalityDepth;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Future<?> loop;

  private volatile NodeRecord node;
  private volatile boolean stopping;
  private NodeRpc rpc;
  private long seen = -1;
  private long kept = -1;
  private boolean fresh = true;
  private Instant restUntil = Instant.MIN;

  NodeKeeper(
      Path folder,
      Path binary,
      NodeProcess process,
      NodeRecord node,
      HeadMemory heads,
      int finalityDepth) {
    this.folder = folder;
    this.binary = binary;
    this.process = process;
    this.heads = heads;
    this.finalityDepth = finalityDepth;
    this.node = node;
    this.rpc = new NodeRpc(node.endpoint());
    this.loop = threads.submit(this::run);
  }

  /** The node as it was last seen. */
  NodeRecord node() {
    return node;
  }

  /** Stops looking after it. When this returns nothing more is done to the node. */
  @Override
  public void close() {
    stopping = true;
    loop.cancel(true);
    threads.close();
  }

  private void run() {
    while (!stopping) {
      try {
        Optional<ProcessLock> lock = ProcessLock.tryAcquire(folder.resolve("keeper.lock"));
        if (lock.isPresent()) {
          try (ProcessLock _ = lock.get()) {
            work();
          }
        }
        Thread.sleep(TICK);
      } catch (IOException e) {
        LOG.warn("the embedded node's keeper starts over: {}", e.getClass().getSimpleName());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void work() throws InterruptedException {
    while (!stopping) {
      try {
        tick();
      } catch (IOException e) {
        restart();
      }
      Thread.sleep(TICK);
    }
  }

  private void tick() throws IOException {
    long height = rpc.height();
    // A chain that became shorter was reorganised.
    boolean active = fresh || height < seen || hasTransactions(height);
    if (!active && height - kept < EMPTY_BLOCKS) {
      seen = height;
      return;
    }
    Instant start = Instant.now();
    if (start.isBefore(restUntil)) {
      return;
    }
    process.keep(rpc);
    kept = height;
    Duration took = Duration.between(start, Instant.now());
    restUntil = Instant.now().plus(took.multipliedBy(REST));
    if (active) {
      rpc.mine(finalityDepth);
    }
    // Transactions that slipped in since the height was asked for lie above it, and are seen next
    // time.
    seen = height;
    fresh = false;
  }

  private boolean hasTransactions(long height) throws IOException {
    for (long block = seen + 1; block <= height; block++) {
      if (rpc.hasTransactions(block)) {
        return true;
      }
    }
    return false;
  }

  private void restart() {
    if (stopping) {
      return;
    }
    try (ProcessLock _ = ProcessLock.acquire(folder.resolve("node.lock"))) {
      if (!process.answers(node)) {
        LOG.warn("the embedded node does not answer and is started again");
        NodeRecord started = process.ensure(binary);
        node = started;
        rpc = new NodeRpc(started.endpoint());
        catchUp(rpc, heads);
        fresh = true;
        seen = -1;
      }
    } catch (IOException e) {
      LOG.warn("the embedded node could not be started: {}", e.getClass().getSimpleName());
    }
  }

  /**
   * Mines a block of today, and as many as bring a node that lost its last blocks up to what was
   * accepted before: its readers would else take it for one that hides the newest.
   */
  static void catchUp(NodeRpc rpc, HeadMemory heads) throws IOException {
    long blocks =
        switch (heads.highest()) {
          case HeadMemory.Outcome.Remembered(long highest) ->
              Math.max(1, highest - rpc.height() + 1);
          // Readers say what is wrong with the memory; the node itself lacks nothing.
          case HeadMemory.Outcome.Failed _ -> 1;
        };
    rpc.mine(blocks);
  }
}
