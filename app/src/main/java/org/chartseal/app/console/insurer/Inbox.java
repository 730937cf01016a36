package org.chartseal.app.console.insurer;

import java.util.List;
import org.chartseal.services.claims.desk.InboxOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** What hospitals sent, as far as tables need it. */
final class Inbox {

  private final InsurerSeat seat;

  Inbox(InsurerSeat seat) {
    this.seat = seat;
  }

  List<ReceivedClaim> read(Progress progress) throws RefusedException {
    return switch (seat.read(
        session -> seat.workspace().claims().payer().inbox(session, progress))) {
      case InboxOutcome.Failed(var fault) -> throw new RefusedException(fault);
      case InboxOutcome.Read(var claims) -> claims.stream().map(Inbox::lightened).toList();
    };
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
