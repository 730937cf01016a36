package org.chartseal.services.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.clinical.StreamAct;
import org.chartseal.services.consent.internal.Descriptions;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.DisplacedEntries;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.LaneScanner;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.PairStreamFinder;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.ScanOutcome;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/**
 * An organisation's answer to a patient's new generation: a signed end in each of its lanes of the
 * old one, after which nothing of its own counts there (protocol §7.3).
 */
public final class StreamKeeper {

  private final ProvenLedger ledger;
  private final Outbox outbox;
  private final OrganisationEntries entries;
  private final DisplacedEntries displaced;
  private final RevocationResources acts;
  private final InstantSource clock;
  private final Descriptions descriptions = new Descriptions();

  public StreamKeeper(
      ProvenLedger ledger,
      Outbox outbox,
      OrganisationEntries entries,
      DisplacedEntries displaced,
      RevocationResources acts,
      InstantSource clock) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.entries = entries;
    this.displaced = displaced;
    this.acts = acts;
    this.clock = clock;
  }

  /** What came of keeping the streams. */
  public sealed interface Outcome {
    /** So many lanes were closed now; with none, all were closed before. */
    record Kept(int closed) implements Outcome {}

    /**
     * It could not be done; it is to be tried again before anything is written for this patient.
     */
    record Failed(Fault fault) implements Outcome {}
  }

  /**
   * Closes what the patient has ended and this organisation has not closed yet. An end is sent when
   * what the outbox has signed for the same streams is final, which would read as late otherwise;
   * what nobody has signed there is moved to the new generation.
   *
   * @param book of the organisation and the patient, as just read
   */
  public Outcome keep(
      OrganisationParty writer, PatientCard card, PairStreams pair, PairBook book, Owner owner) {
    List<StreamAccess> ended = new ArrayList<>();
    for (SensitivityClass sensitivity : book.advanced()) {
      for (int generation = 0; generation < book.generation(sensitivity); generation++) {
        ended.add(pair.stream(writer.id(), sensitivity, generation, StreamId.CONTROL_YEAR));
      }
    }
    if (ended.isEmpty()) {
      return new Outcome.Kept(0);
    }
    return switch (new LaneScanner(ledger).scan(ended, Progress.NONE)) {
      case ScanOutcome.Failed(var fault) -> new Outcome.Failed(fault);
      case ScanOutcome.Stopped stopped -> throw new IllegalStateException("nobody asked to stop");
      case ScanOutcome.Scanned(var lanes) -> {
        List<DisplacedEntries.OnItsWay> unfinished;
        try {
          unfinished = leave(writer, card, pair, book);
        } catch (RefusedException e) {
          yield new Outcome.Failed(e.fault());
        }
        if (finish(writer, lanes) instanceof SigningDesk.Outcome.Refused(var fault)) {
          yield new Outcome.Failed(fault);
        }
        yield close(writer, card, open(lanes), unfinished, owner);
      }
    };
  }

  private List<DisplacedEntries.OnItsWay> leave(
      OrganisationParty writer, PatientCard card, PairStreams pair, PairBook book)
      throws RefusedException {
    int today = clock.instant().atZone(ZoneOffset.UTC).getYear();
    try (PairStreamFinder streams =
        new PairStreamFinder(pair, writer.id(), card.firstYear(today), today, book::generation)) {
      return displaced.leave(writer.id(), streams);
    }
  }

  /** Ends that an earlier run sealed and did not sign. */
  private SigningDesk.Outcome finish(OrganisationParty writer, List<LaneReading> lanes) {
    return entries.finish(
        writer,
        lanes.stream()
            .map(lane -> new LaneKey(lane.access().keys().fingerprint(), writer.id(), lane.lane()))
            .collect(Collectors.toSet()));
  }

  /** Lanes without an end on chain or signed and on its way there. */
  private List<LaneReading> open(List<LaneReading> lanes) {
    return lanes.stream()
        .filter(lane -> lane.firstEmpty() == 0)
        .filter(lane -> {
          Optional<Queued.QueuedEntry> queued =
              outbox.find(lane.access().slot(new Place(lane.lane(), 0)));
          return queued.isEmpty() || !isSigned(queued.get());
        })
        .toList();
  }

  private static boolean isSigned(Queued.QueuedEntry entry) {
    return switch (entry.job().state()) {
      case SIGNED, STORED, SUBMITTED, FINAL -> true;
      case DRAFT, MOVED, FAILED -> false;
    };
  }

  private Outcome close(
      OrganisationParty writer,
      PatientCard card,
      List<LaneReading> lanes,
      List<DisplacedEntries.OnItsWay> unfinished,
      Owner owner) {
    if (lanes.isEmpty()) {
      return new Outcome.Kept(0);
    }
    Instant now = clock.instant();
    List<EntryDraft> ends = new ArrayList<>();
    for (LaneReading lane : lanes) {
      StreamId stream = lane.access().stream();
      StreamAct act =
          new StreamAct(
              UUID.randomUUID().toString(),
              StreamAct.Kind.END,
              new ActorReference(ActorReference.Kind.PATIENT, card.party().toString(), ""),
              new ActorReference(
                  ActorReference.Kind.ORGANISATION, writer.id().toString(), writer.name()),
              stream.sensitivity(),
              stream.generation(),
              now);
      ends.add(
          new EntryDraft(
              lane.access(),
              lane.lane(),
              descriptions.of(writer, card.party(), EntryKind.END, "This view ends", now),
              descriptions.content(acts.resource(act)),
              Optional.empty(),
              before(stream, unfinished)));
    }
    return switch (entries.write(writer, ends, owner)) {
      case WriteOutcome.Refused(var fault) -> new Outcome.Failed(fault);
      case WriteOutcome.Queued queued -> new Outcome.Kept(queued.entries().size());
    };
  }

  /** What has to be final before this generation ends. */
  private static Set<JobId> before(StreamId end, List<DisplacedEntries.OnItsWay> unfinished) {
    return unfinished.stream()
        .filter(one -> one.access().stream().sensitivity().equals(end.sensitivity()))
        .filter(one -> one.access().stream().generation() == end.generation())
        .map(DisplacedEntries.OnItsWay::entry)
        .collect(Collectors.toSet());
  }
}
