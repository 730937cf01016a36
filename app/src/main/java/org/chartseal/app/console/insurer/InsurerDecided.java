package org.chartseal.app.console.insurer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.export.HomeFiles;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.decided.DecidedDesk;
import org.chartseal.views.decided.Replayed;

/** What an insurer decided: read, decided again, written. */
public final class InsurerDecided implements DecidedDesk {

  private static final Fault UNREADABLE =
      new Fault("CS-PAYER-09", "The claim could not be read, so there is no decision about it.");

  private final InsurerSeat seat;
  private final WatchedInbox inbox;
  private final HomeFiles files = new HomeFiles();

  public InsurerDecided(InsurerSeat seat) {
    this.seat = seat;
    this.inbox = new WatchedInbox(seat);
  }

  @Override
  public List<ReceivedClaim> received(Progress progress) throws RefusedException {
    return inbox.read(progress);
  }

  @Override
  public boolean moved() throws RefusedException {
    return inbox.moved();
  }

  @Override
  public Replayed replay(ReceivedClaim claim, Progress progress) throws RefusedException {
    ReplayOutcome outcome = seat.workspace().claims().replay().replay(file(claim, progress));
    return new Replayed(
        outcome,
        outcome instanceof ReplayOutcome.Same(var again, var signature, var basis)
            ? Optional.of(seat.workspace().claims().replayed().standing(again, basis))
            : Optional.empty());
  }

  @Override
  public void writeDecision(ReceivedClaim claim, Path file, Progress progress)
      throws RefusedException {
    files.write(file, file(claim, progress).bytes());
  }

  private DecisionFile file(ReceivedClaim claim, Progress progress) throws RefusedException {
    Hash32 id = claim.id().orElseThrow(() -> new RefusedException(UNREADABLE));
    return seat.read(session ->
        seat.workspace().claims().decisions().file(session, claim.hospital(), id, progress));
  }
}
