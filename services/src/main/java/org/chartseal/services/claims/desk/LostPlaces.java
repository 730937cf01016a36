package org.chartseal.services.claims.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.StreamFinder;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Gives claims, decisions and explanations that lost their place to another console's the next one,
 * signed with the organisation's own key (DESIGN §3.4).
 */
final class LostPlaces {

  private final ClaimSources sources;
  private final ClaimQueue queue;

  LostPlaces(ClaimSources sources, ClaimQueue queue) {
    this.sources = sources;
    this.queue = queue;
  }

  /**
   * Looks through this year's and last year's streams to the other organisations and to these
   * patients. What cannot be done now waits in the outbox for the next time.
   *
   * @throws RefusedException if the device does not agree
   */
  void restore(OrganisationSession own, Collection<PatientCard> patients) throws RefusedException {
    KeyId author = KeyId.of(own.party().keys().signing().publicKey());
    if (queue.outbox().displaced(own.id(), author).isEmpty()) {
      return;
    }
    int to = ClaimEntries.year(sources.clock().instant());
    List<StreamAccess> streams = new ArrayList<>();
    try {
      for (Organisation other : sources.directory().all()) {
        if (!other.id().equals(own.id())) {
          var pair = own.with(other);
          streams.addAll(
              ClaimEntries.years(
                  to - 1, to, year -> pair.stream(own.id(), SensitivityClass.CLAIMS, 0, year)));
        }
      }
      for (PatientCard patient : patients) {
        var pair = own.with(patient);
        streams.addAll(
            ClaimEntries.years(
                to - 1, to, year -> pair.stream(own.id(), SensitivityClass.CLAIMS, 0, year)));
      }
      var _ = queue.displaced().restore(own.id(), among(streams), own.party().keys());
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  private static StreamFinder among(List<StreamAccess> streams) {
    return lane ->
        streams.stream()
            .filter(stream -> stream.keys().fingerprint().equals(lane.stream()))
            .findFirst()
            .map(stream -> new StreamFinder.Known(stream, stream));
  }
}
