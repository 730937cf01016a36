package org.chartseal.views.settlement;

import java.util.List;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.SettleOutcome;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;

/** What paying needs of an insurer. */
public interface SettlementDesk {

  /**
   * The pool, and what would be paid from it now.
   *
   * @param plan nothing of it is signed
   * @param received the claims, with what was paid
   */
  record Books(SettleOutcome.Done plan, List<ReceivedClaim> received) {
    public Books {
      received = List.copyOf(received);
    }
  }

  /** Reads the pool and what is due. */
  Books books(Progress progress) throws RefusedException;

  /**
   * Whether something seems to have come, or to have become final, since they were read the last
   * time; cheap, and off the JavaFX thread.
   */
  boolean moved() throws RefusedException;

  /** The device that signs payments, asked before its PIN. */
  KeyHolder holder() throws RefusedException;

  /**
   * Signs what is due; the outbox pays it, each claim whole and once. Asked to stop, it leaves the
   * rest for the next time.
   *
   * @throws RefusedException if the PIN is wrong, or nothing was paid
   */
  SettleOutcome.Done pay(Pin pin, Progress progress) throws RefusedException;
}
