package org.chartseal.services.network.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.locks.ProcessLock;
import org.chartseal.services.network.AnvilNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's share in the node of a home.
 *
 * <p>Under {@code node.lock} one process at a time starts it, leaves it or stops it. In the folder
 * lie {@code node.json} (where the process is), {@code state.json} (the chain), {@code users/} and
 * {@code keeper.lock}.
 */
public final class SharedNode implements AnvilNode {

  private static final Logger LOG = LoggerFactory.getLogger(SharedNode.class);

  private final Path folder;
  private final NodeProcess process;
  private final NodeUsers users;
  private final NodeKeeper keeper;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SharedNode(Path folder, NodeProcess process, NodeUsers users, NodeKeeper keeper) {
    this.folder = folder;
    this.process = process;
    this.users = users;
    this.keeper = keeper;
  }

  /**
   * Uses the node of a home, starting it if need be.
   *
   * @param finalityDepth how many blocks are mined on transactions once they are kept
   */
  public static Outcome join(Path folder, HeadMemory heads, int finalityDepth) {
    Optional<Path> binary = AnvilBinary.find();
    if (binary.isEmpty()) {
      return new Outcome.Failed(NetworkFaults.NO_NODE_PROGRAM);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      return new Outcome.Failed(NetworkFaults.DISK);
    }
    try (ProcessLock _ = ProcessLock.acquire(folder.resolve("node.lock"))) {
      NodeProcess process = new NodeProcess(folder);
      NodeUsers users = NodeUsers.enter(folder.resolve("users"));
      boolean joined = false;
      try {
        NodeRecord node = process.ensure(binary.get());
        NodeKeeper.catchUp(new NodeRpc(node.endpoint()), heads);
        NodeKeeper keeper =
            new NodeKeeper(folder, binary.get(), process, node, heads, finalityDepth);
        joined = true;
        return new Outcome.Running(new SharedNode(folder, process, users, keeper));
      } finally {
        // Who did not come in would else keep the last one from stopping the node.
        if (!joined) {
          users.leave();
        }
      }
    } catch (IOException e) {
      LOG.warn("the embedded node does not start", e);
      return new Outcome.Failed(NetworkFaults.NODE_DOES_NOT_START);
    }
  }

  @Override
  public URI endpoint() {
    return keeper.node().endpoint();
  }

  @Override
  public BigInteger chainId() {
    return keeper.node().chainId();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    keeper.close();
    try (ProcessLock _ = ProcessLock.acquire(folder.resolve("node.lock"))) {
      if (users.leave()) {
        // Another process's keeper may have started it anew, and under another port.
        Optional<NodeRecord> node = process.recorded();
        try {
          if (node.isPresent()) {
            process.keep(new NodeRpc(node.get().endpoint()));
          }
        } finally {
          node.ifPresent(process::stop);
        }
      }
    } catch (IOException e) {
      LOG.warn("the embedded node was not closed in good order: {}", e.getClass().getSimpleName());
    }
  }
}
