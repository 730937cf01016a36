package org.chartseal.app.console.insurer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.shell.Finder;
import org.chartseal.views.shell.Found;
import org.chartseal.views.shell.Place;

/** Finds the claims that were sent to an insurer. */
public final class ClaimFinder implements Finder {

  private final Inbox inbox;
  private final Consumer<ClaimRow> opening;

  /**
   * @param opening opens a claim on the queue's screen
   */
  public ClaimFinder(InsurerSeat seat, Consumer<ClaimRow> opening) {
    this.inbox = new Inbox(seat);
    this.opening = opening;
  }

  @Override
  public List<Found> find(String typed, int most, Progress progress) throws RefusedException {
    List<Found> found = new ArrayList<>();
    for (ReceivedClaim received : inbox.read(progress)) {
      ClaimRow row = ClaimRow.of(received);
      if (row.haystack().contains(typed) && row.file().isPresent() && found.size() < most) {
        Optional<Money> total = row.total();
        found.add(
            new Found.Claim(
                row.number(),
                received.hospital().name() + total.map(sum -> ", " + sum).orElse(""),
                Place.QUEUE,
                () -> opening.accept(row)));
      }
    }
    return found;
  }
}
