package org.chartseal.services.claims.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chartseal.services.claims.ClaimCodec;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.record.DisplacedEntries;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.StreamFinder;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Claims, decisions and explanations that lost their place to another console's (DESIGN §3.4): says
 * which there are, and gives them the next one, signed with the organisation's own key.
 */
final class LostPlaces {

  private static final Fault UNREACHED =
      new Fault(
          "CS-LOST-01",
          "Something lost its place to another console's and is not sent again, because its recipient is not known here now. It waits; add the organisation or the member again, then send or decide all claims.");
  private static final Fault NOT_CHOSEN =
      new Fault(
          "CS-LOST-02",
          "Decisions of claims that were not chosen lost their place to another console's and are not sent again. Decide all claims to send them.");

  private final ClaimSources sources;
  private final ClaimQueue queue;
  private final String kind;

  /**
   * @param kind of the labels that are looked after
   */
  LostPlaces(ClaimSources sources, ClaimQueue queue, String kind) {
    this.sources = sources;
    this.queue = queue;
    this.kind = kind;
  }

  /**
   * What is to get a place again.
   *
   * @param chosen by a person before the PIN
   * @param patients to whom some of it may have gone
   * @param counted patients for whom it all is to have its place, because what follows counts on
   *     it; whatever has the same label comes along
   */
  record Wish(
      Predicate<Owner> chosen, Collection<PatientCard> patients, Collection<PatientCard> counted) {}

  /**
   * What came of it.
   *
   * @param entries how many are signed again
   * @param chosen the labels of what was to get a place
   * @param waiting why some still wait, if so
   */
  record Restored(int entries, Set<Owner> chosen, Optional<Fault> waiting) {

    Restored {
      chosen = Set.copyOf(chosen);
    }
  }

  /**
   * Gives what is wished its next place. What cannot be done now waits in the outbox.
   *
   * @throws RefusedException if the device does not agree
   */
  Restored restore(OrganisationSession own, Wish wish) throws RefusedException {
    List<QueuedEntry> displaced = displaced(own);
    if (displaced.isEmpty()) {
      return new Restored(0, Set.of(), Optional.empty());
    }
    List<StreamAccess> streams = new ArrayList<>();
    try {
      int from = from(displaced);
      for (PatientCard patient : wish.counted()) {
        streams.addAll(streams(own, patient, from));
      }
      StreamFinder counted = among(List.copyOf(streams));
      for (PatientCard patient : wish.patients()) {
        streams.addAll(streams(own, patient, from));
      }
      streams.addAll(organisations(own, from));
      Set<Owner> chosen =
          displaced.stream()
              .filter(entry ->
                  wish.chosen().test(entry.job().owner()) || counted.find(entry.lane()).isPresent())
              .map(entry -> entry.job().owner())
              .collect(Collectors.toSet());
      Set<JobId> jobs =
          displaced.stream()
              .filter(entry -> chosen.contains(entry.job().owner()))
              .map(entry -> entry.job().id())
              .collect(Collectors.toSet());
      return switch (queue
          .displaced()
          .restore(own.id(), among(streams), own.party().keys(), jobs::contains)) {
        case DisplacedEntries.Outcome.Restored(int entries) ->
            new Restored(entries, chosen, Optional.empty());
        case DisplacedEntries.Outcome.Waiting(var fault) ->
            new Restored(0, chosen, Optional.of(fault));
      };
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  /** Why something that was chosen has no place yet, if so. */
  Optional<Fault> stuck(OrganisationSession own, Restored restored) {
    return displaced(own).stream()
            .anyMatch(entry -> restored.chosen().contains(entry.job().owner()))
        ? restored.waiting().or(() -> Optional.of(UNREACHED))
        : Optional.empty();
  }

  /** Why anything has no place yet, if so. */
  Optional<Fault> left(OrganisationSession own, Restored restored) {
    return stuck(own, restored)
        .or(() -> displaced(own).isEmpty() ? Optional.empty() : Optional.of(NOT_CHOSEN));
  }

  /**
   * The claims among it that have no place; signs nothing.
   *
   * @param gaps gets each reason why one cannot be shown
   * @throws RefusedException if the device does not agree
   */
  List<ClaimFile> claims(OrganisationSession own, Collection<Doubt> gaps) throws RefusedException {
    List<QueuedEntry> moved =
        displaced(own).stream().filter(entry -> entry.job().state() == JobState.MOVED).toList();
    if (moved.isEmpty()) {
      return List.of();
    }
    List<StreamAccess> streams = organisations(own, from(moved));
    try {
      List<ClaimFile> claims = new ArrayList<>();
      for (QueuedEntry entry : moved) {
        Optional<StreamFinder.Known> known = among(streams).find(entry.lane());
        if (known.isEmpty()) {
          gaps.add(new Doubt.Hindered(UNREACHED));
          continue;
        }
        try {
          claims.add(
              ClaimCodec.read(sources.queued().open(known.get().access(), entry).content()).file());
        } catch (RefusedException e) {
          gaps.add(new Doubt.Hindered(e.fault()));
        }
      }
      return claims;
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  private List<QueuedEntry> displaced(OrganisationSession own) {
    KeyId author = KeyId.of(own.party().keys().signing().publicKey());
    return queue.outbox().displaced(own.id(), author).stream()
        .filter(entry -> entry.job().owner().label().startsWith(kind))
        .toList();
  }

  /** The year before the oldest was queued: near its turn, the stream may be that year's. */
  private static int from(List<QueuedEntry> entries) {
    return entries.stream()
            .mapToInt(entry -> ClaimEntries.year(entry.job().queuedAt()))
            .min()
            .orElseThrow()
        - 1;
  }

  private List<StreamAccess> organisations(OrganisationSession own, int from)
      throws RefusedException {
    List<StreamAccess> streams = new ArrayList<>();
    try {
      for (Organisation other : sources.directory().all()) {
        if (!other.id().equals(own.id())) {
          var pair = own.with(other);
          streams.addAll(
              ClaimEntries.years(
                  from, to(), year -> pair.stream(own.id(), SensitivityClass.CLAIMS, 0, year)));
        }
      }
    } catch (RefusedException e) {
      streams.forEach(stream -> stream.keys().close());
      throw e;
    }
    return streams;
  }

  private List<StreamAccess> streams(OrganisationSession own, PatientCard patient, int from)
      throws RefusedException {
    var pair = own.with(patient);
    return ClaimEntries.years(
        from, to(), year -> pair.stream(own.id(), SensitivityClass.CLAIMS, 0, year));
  }

  private int to() {
    return ClaimEntries.year(sources.clock().instant());
  }

  private static StreamFinder among(List<StreamAccess> streams) {
    return lane ->
        streams.stream()
            .filter(stream -> stream.keys().fingerprint().equals(lane.stream()))
            .findFirst()
            .map(stream -> new StreamFinder.Known(stream, stream));
  }
}
