package org.chartseal.services.ledger;

import java.time.Duration;
import java.time.InstantSource;
import org.chartseal.services.ledger.internal.Endpoints;
import org.chartseal.services.ledger.internal.RpcBlockWitness;
import org.chartseal.services.ledger.internal.RpcProvenLedger;
import org.chartseal.services.ledger.internal.RpcProvenSettlement;
import org.chartseal.services.ledger.internal.RpcRelay;

/**
 * One network's endpoints, and what is done through them. An endpoint that is caught lying is left
 * out for all.
 */
public final class LedgerConnection {

  /** For one call; a thousand proofs from a slow node take some seconds. */
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final LedgerNetwork network;
  private final Endpoints endpoints;
  private final HeadMemory memory;
  private final InstantSource clock;

  public LedgerConnection(LedgerNetwork network, HeadMemory memory, InstantSource clock) {
    this.network = network;
    this.endpoints = Endpoints.of(network, DEADLINE);
    this.memory = memory;
    this.clock = clock;
  }

  /** What is pinned about the network. */
  public LedgerNetwork network() {
    return network;
  }

  /** The ledger, proven. */
  public ProvenLedger ledger() {
    return new RpcProvenLedger(network, endpoints, memory, clock);
  }

  /** The settlement, proven. */
  public ProvenSettlement settlement() {
    return new RpcProvenSettlement(network, endpoints);
  }

  /** What is asked about single blocks. */
  public BlockWitness witness() {
    return new RpcBlockWitness(network, endpoints);
  }

  /** A relay that pays with this key. */
  public Relay relay(RelayerKey key, SenderTurn turn) {
    return new RpcRelay(network, endpoints, key, turn);
  }
}
