package org.chartseal.services.network;

import org.chartseal.services.ledger.LedgerNetwork;

/**
 * What a network's members hand to each other so that all of them mean the same ledger. It holds no
 * secret.
 *
 * @param name as shown
 * @param embedded whether the ledger is this installation's own node
 * @param ledger where it is, and what is pinned about it
 */
public record NetworkFile(String name, boolean embedded, LedgerNetwork ledger) {

  /** The version that is written; others are refused. */
  public static final int VERSION = 1;
}
