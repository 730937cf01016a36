package org.chartseal.app.console.insurer;

import java.util.List;
import org.chartseal.services.claims.desk.ClaimNews;
import org.chartseal.services.claims.desk.InboxOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/** What hospitals sent, as far as tables need it, and whether that is all there is. */
final class Inbox {

  private final InsurerSeat seat;
  private volatile @Nullable Reading last;

  /**
   * What was read.
   *
   * @param before how things stood when reading it began
   */
  private record Reading(List<ReceivedClaim> claims, ClaimNews.Standing before) {}

  Inbox(InsurerSeat seat) {
    this.seat = seat;
  }

  List<ReceivedClaim> read(Progress progress) throws RefusedException {
    Reading earlier = last;
    ClaimNews.Standing before = beside(earlier == null ? List.of() : earlier.claims());
    return switch (seat.read(
        session -> seat.workspace().claims().payer().inbox(session, progress))) {
      case InboxOutcome.Failed(var fault) -> throw new RefusedException(fault);
      case InboxOutcome.Read(var claims) -> {
        List<ReceivedClaim> light = claims.stream().map(Inbox::lightened).toList();
        last = new Reading(light, before);
        yield light;
      }
    };
  }

  /** Whether something seems to have come, or to have become final, since it was read. */
  boolean moved() throws RefusedException {
    Reading known = last;
    return known != null && known.before().isPast(beside(known.claims()));
  }

  private ClaimNews.Standing beside(List<ReceivedClaim> read) throws RefusedException {
    return seat.read(session -> seat.workspace().claims().news().look(session, read));
  }

  /** The claim was taken out of the entry's content, which need not be held a second time. */
  private static ReceivedClaim lightened(ReceivedClaim received) {
    RecordEntry entry = received.entry();
    return new ReceivedClaim(
        received.hospital(),
        entry.withoutContent(),
        received.receivedAt(),
        received.claim(),
        received.standing());
  }
}
