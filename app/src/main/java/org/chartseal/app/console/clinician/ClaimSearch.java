package org.chartseal.app.console.clinician;

import java.util.List;
import java.util.function.Consumer;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.inbox.ClaimItem;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.shell.Found;
import org.chartseal.views.shell.Place;

/** Looks for the organisation's claims by number, patient, insurer, amount, day and service. */
final class ClaimSearch {

  private final Localisation words;

  ClaimSearch(Localisation words) {
    this.words = words;
  }

  /** So many at most, in the order in which they come. */
  List<Found> find(List<ClaimItem> claims, Sought sought, int most, Consumer<Hash32> open) {
    return claims.stream()
        .filter(claim -> sought.isInParts(told(claim)))
        .limit(most)
        .<Found>map(claim ->
            new Found.Claim(
                claim.number(), detail(claim), Place.INBOX, () -> open.accept(claim.claim())))
        .toList();
  }

  private String told(ClaimItem claim) {
    StringBuilder told = new StringBuilder(claim.claim().hex()).append(' ').append(detail(claim));
    claim.lines().forEach(line -> told.append(' ').append(line.display()));
    return told.toString();
  }

  private String detail(ClaimItem claim) {
    return String.join(
        " · ",
        claim.patient(),
        claim.insurer(),
        words.formats().money(claim.total()),
        words.formats().day(claim.made()));
  }
}
