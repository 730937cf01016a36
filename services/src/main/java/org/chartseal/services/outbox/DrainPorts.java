package org.chartseal.services.outbox;

import java.util.List;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.Relay;

/** What the drainer works with. */
public record DrainPorts(
    BlockStore blocks, ProvenLedger ledger, Relay relay, List<ActHandler> acts) {

  public DrainPorts {
    acts = List.copyOf(acts);
  }
}
