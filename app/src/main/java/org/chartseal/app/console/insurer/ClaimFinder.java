package org.chartseal.app.console.insurer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Sought;
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
  public List<Found> find(String typed, int most, Localisation words, Progress progress)
      throws RefusedException {
    Sought sought = new Sought(typed);
    List<Found> found = new ArrayList<>();
    for (ReceivedClaim received : inbox.read(progress)) {
      ClaimRow row = ClaimRow.of(received);
      if (sought.isInParts(row.haystack()) && row.file().isPresent() && found.size() < most) {
        found.add(
            new Found.Claim(
                row.number(), detail(row, words), Place.QUEUE, () -> opening.accept(row)));
      }
    }
    return found;
  }

  private static String detail(ClaimRow row, Localisation words) {
    return Stream.of(
            Optional.of(row.received().hospital().name()),
            row.file().map(ClaimFile::member),
            row.total().map(words.formats()::money),
            Optional.of(words.formats().day(row.received().receivedAt())))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }
}
