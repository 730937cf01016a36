package org.chartseal.app.console.insurer;

import java.util.List;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.SettleOutcome;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.settlement.SettlementDesk;

/** The pool of an insurer, and paying from it. */
public final class InsurerSettlement implements SettlementDesk {

  private final InsurerSeat seat;
  private final WatchedInbox inbox;

  public InsurerSettlement(InsurerSeat seat) {
    this.seat = seat;
    this.inbox = new WatchedInbox(seat);
  }

  @Override
  public Books books(Progress progress) throws RefusedException {
    List<ReceivedClaim> received = inbox.read(progress);
    return new Books(
        done(seat.read(session -> seat.workspace().claims().settle().plan(session, progress))),
        received);
  }

  @Override
  public boolean moved() throws RefusedException {
    return inbox.moved();
  }

  @Override
  public KeyHolder holder() {
    return seat.holder();
  }

  @Override
  public SettleOutcome.Done pay(Pin pin, Progress progress) throws RefusedException {
    return done(
        seat.sign(pin, session -> seat.workspace().claims().settle().settle(session, progress)));
  }

  private static SettleOutcome.Done done(SettleOutcome outcome) throws RefusedException {
    return switch (outcome) {
      case SettleOutcome.Failed(var fault) -> throw new RefusedException(fault);
      case SettleOutcome.Done done -> done;
    };
  }
}
