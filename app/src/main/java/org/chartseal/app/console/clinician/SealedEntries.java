package org.chartseal.app.console.clinician;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.session.Seat;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.record.PairStreamFinder;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.StreamFinder;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.views.sign.SignDesk;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what sealed entries are about that an earlier session left: they are opened from the
 * outbox's own bytes with the keys of the patients who are known here.
 */
final class SealedEntries {

  private final Seat seat;
  private final Tray tray;
  private final Set<JobId> sought = ConcurrentHashMap.newKeySet();

  /**
   * @param tray takes those of the person who sits here
   */
  SealedEntries(Seat seat, Tray tray) {
    this.seat = seat;
    this.tray = tray;
  }

  /** Looks into those that were not looked into before. */
  void open(List<QueuedEntry> entries) throws HomeException {
    List<QueuedEntry> unknown = new ArrayList<>();
    for (QueuedEntry entry : entries) {
      if (tray.find(entry.job().id()).isEmpty() && sought.add(entry.job().id())) {
        unknown.add(entry);
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    boolean everywhere = true;
    for (PatientCard card : new KnownPatients(seat).cards()) {
      try {
        openOf(card, unknown);
      } catch (RefusedException e) {
        everywhere = false;
      }
    }
    if (!everywhere) {
      // What could not be read now is looked for again the next time.
      unknown.forEach(entry -> sought.remove(entry.job().id()));
    }
  }

  /**
   * What one of them says that was looked into; nothing of one that cannot be opened here. It lies
   * here whole, and the network is asked only where its generation is not the first.
   */
  Optional<Content> content(QueuedEntry entry) throws RefusedException {
    Optional<Tray.Held> held = tray.find(entry.job().id());
    if (held.isEmpty()) {
      return Optional.empty();
    }
    PatientCard card = held.get().card();
    AtomicReference<@Nullable Content> found = new AtomicReference<>();
    Opening read =
        (any, known) ->
            found.set(seat.workspace().records().queued().open(known.access(), entry).content());
    eachOf(card, List.of(entry), first -> 0, read);
    if (found.get() == null) {
      try (PairBook book = seat.book(card)) {
        eachOf(card, List.of(entry), book::generation, read);
      }
    }
    return Optional.ofNullable(found.get());
  }

  private void openOf(PatientCard card, List<QueuedEntry> unknown) throws RefusedException {
    if (!unknown.isEmpty()) {
      try (PairBook book = seat.book(card)) {
        eachOf(
            card,
            List.copyOf(unknown),
            book::generation,
            (entry, known) -> {
              take(card, entry, known);
              unknown.remove(entry);
            });
      }
    }
  }

  private interface Opening {
    void with(QueuedEntry entry, StreamFinder.Known known) throws RefusedException;
  }

  /** Those of the entries that are this patient's, with the keys to them. */
  private void eachOf(
      PatientCard card,
      List<QueuedEntry> entries,
      ToIntFunction<SensitivityClass> generation,
      Opening opening)
      throws RefusedException {
    int today = seat.workspace().clock().instant().atZone(ZoneOffset.UTC).getYear();
    try (PairStreams pair = seat.pair(card);
        PairStreamFinder streams =
            new PairStreamFinder(
                pair, seat.organisation().id(), card.firstYear(today), today, generation)) {
      for (QueuedEntry entry : entries) {
        Optional<StreamFinder.Known> known = streams.find(entry.lane());
        if (known.isPresent()) {
          opening.with(entry, known.get());
        }
      }
    }
  }

  private void take(PatientCard card, QueuedEntry entry, StreamFinder.Known known)
      throws RefusedException {
    EntryDescription description =
        seat.workspace().records().queued().open(known.access(), entry).description();
    if (KeyId.of(description.author()).equals(KeyId.of(seat.author().key()))) {
      tray.put(
          entry.job().id(),
          new Tray.Held(
              new SignDesk.About(
                  card.person().name(),
                  description.kind().code(),
                  description.title(),
                  description.date()),
              card));
    }
  }
}
