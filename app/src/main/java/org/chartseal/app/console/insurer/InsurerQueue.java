package org.chartseal.app.console.insurer;

import java.util.List;
import java.util.Set;
import org.chartseal.app.console.Refusals;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.queue.QueueDesk;
import org.chartseal.views.queue.SavedFilter;

/** The queue of an insurer. */
public final class InsurerQueue implements QueueDesk {

  private final InsurerSeat seat;
  private final WatchedInbox inbox;
  private final FilterFile filters;

  public InsurerQueue(InsurerSeat seat) {
    this.seat = seat;
    this.inbox = new WatchedInbox(seat);
    this.filters = new FilterFile(seat.workspace().home());
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
  public KeyHolder holder() {
    return seat.holder();
  }

  @Override
  public DecideOutcome decide(Pin pin, Set<Hash32> claims, Progress progress)
      throws RefusedException {
    return new RuleRun(seat).decide(pin, claims, progress);
  }

  @Override
  public List<SavedFilter> filters() throws RefusedException {
    return Refusals.in(filters::read);
  }

  @Override
  public void keep(List<SavedFilter> all) throws RefusedException {
    Refusals.in(() -> {
      filters.write(all);
      return all;
    });
  }
}
