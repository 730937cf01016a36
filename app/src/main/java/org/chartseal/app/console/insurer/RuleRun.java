package org.chartseal.app.console.insurer;

import java.util.Set;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;

/** Runs the insurer's rules on claims, be it one or all that wait. */
final class RuleRun {

  private final InsurerSeat seat;

  RuleRun(InsurerSeat seat) {
    this.seat = seat;
  }

  DecideOutcome decide(Pin pin, Set<Hash32> claims, Progress progress) throws RefusedException {
    DecideOutcome outcome =
        seat.sign(
            pin,
            session ->
                seat.workspace().claims().payer().decide(session, claims, seat.rules(), progress));
    if (outcome instanceof DecideOutcome.Failed(var fault)) {
      throw new RefusedException(fault);
    }
    return outcome;
  }
}
