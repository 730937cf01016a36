package org.chartseal.services.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.ledger.RelayerKey;
import org.chartseal.services.ledger.SenderTurn;
import org.chartseal.services.network.internal.FileHeadMemory;
import org.chartseal.services.network.internal.FileSenderTurn;
import org.chartseal.services.network.internal.NetworkFileCodec;
import org.chartseal.services.network.internal.OwnerFiles;

/**
 * The folder in which an installation keeps what it knows about its network. Several processes may
 * use one at once.
 *
 * <p>{@code network.json} the network file, {@code relayer.key} the paying account's key (readable
 * by the owner only), {@code head} the newest block accepted, {@code node/} the embedded node.
 */
public final class NetworkHome {

  private final Path folder;

  /**
   * A home in a folder, which is made if it is not there.
   *
   * @throws IOException if it cannot be made
   */
  public NetworkHome(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Reads the network file. */
  public NetworkFileOutcome networkFile() {
    return NetworkFileCodec.read(folder.resolve("network.json"));
  }

  /**
   * Replaces the network file, at once and as a whole.
   *
   * @throws IOException if the disk does not take it
   */
  public void save(NetworkFile file) throws IOException {
    NetworkFileCodec.write(folder.resolve("network.json"), file);
  }

  /**
   * The relayer's key; made at first use.
   *
   * @throws IOException if the file cannot be read or made, or holds no key
   */
  public RelayerKey relayerKey() throws IOException {
    return OwnerFiles.relayerKey(folder.resolve("relayer.key"));
  }

  /** The newest block accepted, kept over restarts. */
  public HeadMemory headMemory() {
    return new FileHeadMemory(folder.resolve("head"));
  }

  /** The turn of the relayer's account. */
  public SenderTurn senderTurn() {
    return new FileSenderTurn(folder.resolve("relayer.lock"));
  }

  /** Held by the process that makes the network. */
  public Path setupLock() {
    return folder.resolve("setup.lock");
  }

  /** Where the embedded node keeps its own. */
  Path nodeFolder() {
    return folder.resolve("node");
  }
}
