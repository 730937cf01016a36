package org.chartseal.app.wiring;

import java.util.List;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.FolderBlockStore;
import org.chartseal.services.claims.desk.SettleHandler;
import org.chartseal.services.outbox.DrainPorts;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.OpenOutcome;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.OutboxDrainer;
import org.chartseal.services.outbox.OutboxFile;

/** The blocks, the outbox, and what carries the one's entries to the network. */
public record StoreWiring(BlockStore blocks, Outbox outbox, OutboxDrainer drainer)
    implements AutoCloseable {

  static StoreWiring open(HomeFolder home, NetworkWiring network)
      throws HomeException, UnavailableException {
    BlockStore blocks = new FolderBlockStore(home.blocks());
    home.hideInternals();
    Outbox outbox =
        switch (new OutboxFile(home.outbox(), network.file().ledger().deployment()).open()) {
          case OpenOutcome.Refused(var fault) -> throw new UnavailableException(fault);
          case OpenOutcome.Opened(var opened) -> opened;
        };
    OutboxDrainer drainer =
        outbox.drainer(
            new DrainPorts(
                blocks,
                network.ledger(),
                network.relay(),
                List.of(new SettleHandler(network.settlement()))),
            DrainSettings.of(network.file().ledger().finalityDepth()));
    return new StoreWiring(blocks, outbox, drainer);
  }

  @Override
  public void close() {
    outbox.close();
  }
}
