package org.chartseal.services.ledger;

import org.chartseal.services.seal.Fault;

/**
 * The height of the newest block that this installation ever accepted; kept over restarts. Safe for
 * several processes.
 */
public interface HeadMemory {

  /** What is remembered. */
  sealed interface Outcome {

    /** The highest height accepted until now, or −1. */
    record Remembered(long highest) implements Outcome {}

    /** It cannot be read, or not be kept: whether a block is older than another is unknown. */
    record Failed(Fault fault) implements Outcome {}
  }

  /** The highest height accepted until now. */
  Outcome highest();

  /** Notes a height unless a higher one is known; says which is the highest then. */
  Outcome accept(long number);
}
