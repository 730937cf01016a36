package org.chartseal.views.settlement;

import java.util.Optional;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.claims.desk.SettleResult;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.claims.ClaimRow;

/**
 * A decided claim as the settlement sees it.
 *
 * @param claim as it was received; absent for one that is not listed any more
 */
record DueRow(SettleResult result, Optional<ClaimRow> claim) {

  /** How far its payment is, in the order in which people look for it. */
  enum State {
    DUE,
    REFUSED,
    NOT_REACHED,
    SIGNED,
    UNDER_WAY,
    PAID,
    NOTHING
  }

  Hash32 id() {
    return result.claim();
  }

  State state() {
    return switch (result) {
      case SettleResult.Due due -> State.DUE;
      case SettleResult.Queued queued -> State.SIGNED;
      case SettleResult.UnderWay underWay -> State.UNDER_WAY;
      case SettleResult.NothingDue nothing -> payment().isPresent() ? State.PAID : State.NOTHING;
      case SettleResult.Refused refused -> State.REFUSED;
      case SettleResult.NotReached notReached -> State.NOT_REACHED;
    };
  }

  /** What is due or paid. */
  Optional<Money> amount() {
    return switch (result) {
      case SettleResult.Due(var settlement) -> Optional.of(settlement.total());
      case SettleResult.Queued(var settlement) -> Optional.of(settlement.total());
      case SettleResult.UnderWay underWay -> Optional.empty();
      case SettleResult.NothingDue nothing -> payment().map(ClaimPayment::paid);
      case SettleResult.Refused refused -> Optional.empty();
      case SettleResult.NotReached notReached -> Optional.empty();
    };
  }

  /** Why it is not paid, if it is refused. */
  Optional<Fault> fault() {
    return result instanceof SettleResult.Refused(var id, Fault fault)
        ? Optional.of(fault)
        : Optional.empty();
  }

  private Optional<ClaimPayment> payment() {
    return claim.flatMap(ClaimRow::payment);
  }
}
