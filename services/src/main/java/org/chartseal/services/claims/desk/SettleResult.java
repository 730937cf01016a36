package org.chartseal.services.claims.desk;

import org.chartseal.services.claims.Settlement;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** What became of one decided claim that may be due. */
public sealed interface SettleResult {

  /** Which claim. */
  Hash32 claim();

  /** It is to be paid; nothing is signed yet. */
  record Due(Settlement settlement) implements SettleResult {
    @Override
    public Hash32 claim() {
      return settlement.claim();
    }
  }

  /** Its payment is signed and on its way. */
  record Queued(Settlement settlement) implements SettleResult {
    @Override
    public Hash32 claim() {
      return settlement.claim();
    }
  }

  /** Its payment was on its way before; it is not sent twice. */
  record UnderWay(Hash32 claim) implements SettleResult {}

  /** Nothing of it is due: nothing was approved, or all of it was paid. */
  record NothingDue(Hash32 claim) implements SettleResult {}

  /** Nothing of it is paid now, and why. */
  record Refused(Hash32 claim, Fault fault) implements SettleResult {}

  /** It was not looked at, because it was asked to stop. */
  record NotReached(Hash32 claim) implements SettleResult {}
}
