package org.chartseal.services.ledger;

/**
 * The height of the newest block that this installation ever accepted; kept over restarts. Safe for
 * several processes.
 */
public interface HeadMemory {

  /** The highest accepted height, or −1. */
  long highest();

  /** Notes an accepted height; lower ones than the highest are ignored. */
  void accept(long number);
}
