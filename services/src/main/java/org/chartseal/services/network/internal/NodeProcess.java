package org.chartseal.services.network.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts, finds again and stops the node's process. All calls are made under the node's own lock.
 *
 * <p>The process is a child of whoever started it, but outlives it: nothing but {@link #stop} ends
 * it. A process whose users all died stays until the next user comes, finds it by its record, and
 * takes it over.
 */
final class NodeProcess {

  private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);

  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final int PORTS_TO_TRY = 5;

  /**
   * Seconds between blocks when nothing happens; a transaction is mined at once. Well within a
   * head's greatest age, and slow enough that a day of use adds a quarter of a megabyte.
   */
  private static final String HEARTBEAT = "240";

  /** States of that many blocks can be proven; older blocks keep their transactions and events. */
  private static final String PROVABLE_BLOCKS = "256";

  private final Path folder;

  NodeProcess(Path folder) {
    this.folder = folder;
  }

  /** The running node: the recorded one if it answers, else a new process from the kept state. */
  NodeRecord ensure(Path binary) throws IOException {
    Optional<NodeRecord> recorded = recorded();
    if (recorded.isPresent() && answers(recorded.get())) {
      return recorded.get();
    }
    recorded.flatMap(NodeRecord::process).ifPresent(NodeProcess::end);
    BigInteger chainId = recorded.map(NodeRecord::chainId).orElseGet(NodeProcess::randomChainId);
    int port = recorded.isPresent() ? recorded.get().port() : freePort();
    for (int attempt = 0; attempt < PORTS_TO_TRY; attempt++) {
      Optional<NodeRecord> started = start(binary, chainId, port);
      if (started.isPresent()) {
        return started.get();
      }
      LOG.info("the embedded node did not start on its port; trying another");
      port = freePort();
    }
    throw new IOException("the embedded node does not start");
  }

  boolean answers(NodeRecord node) {
    try {
      return node.process().isPresent()
          && new NodeRpc(node.endpoint()).chainId().equals(node.chainId());
    } catch (IOException e) {
      return false;
    }
  }

  /** Keeps the chain as it is now; a kill before the next call loses what came after this one. */
  void keep(NodeRpc rpc) throws IOException {
    try (GZIPInputStream state = new GZIPInputStream(new ByteArrayInputStream(rpc.dump()))) {
      OwnerFiles.replace(folder.resolve("state.json"), state.readAllBytes());
    }
  }

  /** The node as whoever started it last wrote it down. */
  Optional<NodeRecord> recorded() throws IOException {
    return NodeRecord.read(record());
  }

  /** Ends the process. What was not kept is lost. */
  void stop(NodeRecord node) {
    node.process().ifPresent(NodeProcess::end);
  }

  private Optional<NodeRecord> start(Path binary, BigInteger chainId, int port) throws IOException {
    Process process =
        new ProcessBuilder(command(binary, chainId, port))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ProcessHandle handle = process.toHandle();
    NodeRecord node =
        new NodeRecord(
            chainId, port, handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    boolean serves = false;
    try {
      node.write(record());
      Instant giveUp = Instant.now().plus(START);
      while (!serves && process.isAlive() && Instant.now().isBefore(giveUp)) {
        pause();
        serves = answers(node);
      }
    } finally {
      // Nobody else would know of it.
      if (!serves) {
        end(handle);
      }
    }
    return serves ? Optional.of(node) : Optional.empty();
  }

  private List<String> command(Path binary, BigInteger chainId, int port) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binary.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--chain-id",
                chainId.toString(),
                "--hardfork",
                "osaka",
                // It holds no keys of its own: the relayer signs for itself.
                "--accounts",
                "0",
                "--mixed-mining",
                "--block-time",
                HEARTBEAT,
                "--prune-history",
                PROVABLE_BLOCKS,
                "--disable-default-create2-deployer",
                "--no-cors",
                "--quiet"));
    Path state = folder.resolve("state.json");
    if (Files.exists(state)) {
      command.addAll(List.of("--load-state", state.toString()));
    }
    return command;
  }

  private Path record() {
    return folder.resolve("node.json");
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** 48 random bits: no two installations share one, and every wallet library can hold it. */
  private static BigInteger randomChainId() {
    return new BigInteger(48, new SecureRandom()).setBit(47);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the node was starting", e);
    }
  }
}
