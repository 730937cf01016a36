package org.chartseal.app.console.insurer;

import java.util.List;
import java.util.Set;
import org.chartseal.app.console.Refusals;
import org.chartseal.services.claims.desk.ClaimNews;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/** What hospitals sent, and whether that is still all there is. */
final class WatchedInbox {

  private final InsurerSeat seat;
  private final Inbox inbox;
  private volatile @Nullable Reading last;

  /**
   * What was read.
   *
   * @param before how things stood when reading it began
   */
  private record Reading(List<ReceivedClaim> claims, ClaimNews.Mark before) {}

  WatchedInbox(InsurerSeat seat) {
    this.seat = seat;
    this.inbox = new Inbox(seat);
  }

  List<ReceivedClaim> read(Progress progress) throws RefusedException {
    Reading earlier = last;
    Set<LedgerSlot> beyond = beyond(earlier == null ? List.of() : earlier.claims());
    ClaimNews.Mark before = Refusals.in(() -> news().mark(beyond));
    List<ReceivedClaim> claims = inbox.read(progress);
    last = new Reading(claims, before);
    return claims;
  }

  /** Whether something seems to have come, or to have become final, since it was read. */
  boolean moved() throws RefusedException {
    Reading known = last;
    if (known == null) {
      return false;
    }
    // The keys are needed for the places alone: nobody waits for them while the network is asked.
    Set<LedgerSlot> beyond = beyond(known.claims());
    return Refusals.in(() -> news().isPast(known.before(), beyond));
  }

  private Set<LedgerSlot> beyond(List<ReceivedClaim> read) throws RefusedException {
    return seat.read(session -> news().beyond(session, read));
  }

  private ClaimNews news() {
    return seat.workspace().claims().news();
  }
}
