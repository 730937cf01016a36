package org.chartseal.services.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.chartseal.services.blocks.FolderBlockStore;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.network.NetworkFileOutcome;
import org.chartseal.services.network.NetworkHome;

/**
 * A process of its own that drains an outbox to the end and says what it is about to do; its parent
 * kills it.
 */
final class DrainingProcess {

  private DrainingProcess() {}

  /**
   * @param args the folder that holds the network, the blocks and the outbox
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    NetworkHome home = new NetworkHome(folder);
    NetworkFileOutcome.Loaded network = (NetworkFileOutcome.Loaded) home.networkFile();
    LedgerConnection connection =
        new LedgerConnection(network.file().ledger(), home.headMemory(), InstantSource.system());
    OutboxFile file = new OutboxFile(outbox(folder), network.file().ledger().deployment());
    try (Outbox outbox = Bench.opened(file.open())) {
      DrainPorts ports =
          new DrainPorts(
              new FolderBlockStore(folder.resolve("blocks")),
              connection.ledger(),
              connection.relay(home.relayerKey(), home.senderTurn()),
              List.of());
      OutboxDrainer drainer =
          outbox.drainer(ports, DrainSettings.of(network.file().ledger().finalityDepth()));
      while (!isFinished(drainer.drain(DrainingProcess::say))) {
        Thread.sleep(Duration.ofMillis(300));
      }
    }
    System.out.println("Finished");
  }

  static Path outbox(Path folder) {
    return folder.resolve("outbox.db");
  }

  private static boolean say(long done, long total, String what) {
    System.out.println(what);
    return true;
  }

  private static boolean isFinished(DrainReport report) {
    if (report instanceof DrainReport.Drained drained) {
      drained.faults().forEach(fault -> System.out.println(fault));
      return drained.waiting() == 0;
    }
    return false;
  }
}
