package org.chartseal.services.ledger.internal;

import java.math.BigInteger;
import java.util.Optional;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.seal.Fault;
import org.jspecify.annotations.Nullable;

/** One endpoint of the network, and what is known of its honesty. Safe for several threads. */
final class Endpoint {

  private final JsonRpc rpc;
  private final BigInteger chainId;
  private volatile boolean rightChain;
  private volatile @Nullable Fault expelled;

  Endpoint(JsonRpc rpc, BigInteger chainId) {
    this.rpc = rpc;
    this.chainId = chainId;
  }

  /** The way to ask it, once it has said that it serves the right chain. */
  JsonRpc rpc() throws JsonRpcException {
    if (!rightChain) {
      if (!Hex.number(rpc.call("eth_chainId", JsonRpc.parameters())).equals(chainId)) {
        expel(LedgerFaults.OTHER_CHAIN);
        throw JsonRpcException.malformed("another chain");
      }
      rightChain = true;
    }
    return rpc;
  }

  /** Host and port. */
  String name() {
    return rpc.name();
  }

  /** Leaves it out from now on: it said something that is provably false. */
  void expel(Fault fault) {
    expelled = fault;
  }

  /** Why it is left out, if it is. */
  Optional<Fault> expelled() {
    return Optional.ofNullable(expelled);
  }

  EndpointFault fault(Fault fault) {
    return new EndpointFault(rpc.name(), fault);
  }

  /** The reason for which it is left out, or what went wrong this time. */
  EndpointFault fault(JsonRpcException e) {
    Fault reason = expelled;
    return fault(reason == null ? LedgerFaults.of(e) : reason);
  }
}
