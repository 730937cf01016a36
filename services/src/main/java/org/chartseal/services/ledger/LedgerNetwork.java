package org.chartseal.services.ledger;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.chartseal.services.seal.Deployment;

/**
 * Where the ledger is and what is pinned about it.
 *
 * @param chainId EIP-155
 * @param endpoints JSON-RPC addresses, http or https; at least one
 * @param quorum how many of them must agree on a block: more than half, so that two quorums never
 *     differ
 * @param ledger RecordLedger with the registry
 * @param token HealthToken
 * @param settlement ClaimSettlement
 * @param deployedAt height from which events are looked for
 * @param finalityDepth how many blocks on top make an entry final
 * @param maxBlockAge older heads are stale
 */
public record LedgerNetwork(
    BigInteger chainId,
    List<URI> endpoints,
    int quorum,
    PinnedContract ledger,
    PinnedContract token,
    PinnedContract settlement,
    long deployedAt,
    int finalityDepth,
    Duration maxBlockAge) {

  public LedgerNetwork {
    endpoints = List.copyOf(endpoints);
    if (2 * quorum <= endpoints.size() || quorum > endpoints.size()) {
      throw new IllegalArgumentException(
          "quorum " + quorum + " of " + endpoints.size() + " endpoints");
    }
  }

  /** What statements and key derivations name. */
  public Deployment deployment() {
    return new Deployment(chainId, ledger.address());
  }

  /** What statements to the settlement name. */
  public Deployment settlementDeployment() {
    return new Deployment(chainId, settlement.address());
  }
}
