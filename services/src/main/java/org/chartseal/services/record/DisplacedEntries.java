package org.chartseal.services.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.record.QueuedContents.Held;
import org.chartseal.services.record.StreamFinder.Known;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;

/**
 * Gives an organisation's entries another place when theirs is gone: those that lost it to an entry
 * of another machine (DESIGN §3.4), and those that nobody signed before the patient ended their
 * stream. They are opened from the outbox's own bytes and sealed anew.
 *
 * <p>Safe to be killed anywhere: what was signed once stays found until it is signed again.
 */
public final class DisplacedEntries {

  private final Outbox outbox;
  private final QueuedContents contents;
  private final RecordWriter writer;
  private final SigningDesk desk;

  public DisplacedEntries(
      Outbox outbox, QueuedContents contents, RecordWriter writer, SigningDesk desk) {
    this.outbox = outbox;
    this.contents = contents;
    this.writer = writer;
    this.desk = desk;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** So many entries have a place and a signature again; with none, none had lost them. */
    record Restored(int entries) implements Outcome {}

    /** Some still wait in the outbox, with nothing lost; the next time goes on. */
    record Waiting(Fault fault) implements Outcome {}
  }

  /**
   * What is on its way in streams that were ended.
   *
   * @param access its stream
   */
  public record OnItsWay(StreamAccess access, JobId entry) {}

  /**
   * Seals anew what the holder of these keys signed and what has lost its place since, and signs it
   * again, all by one operation of the device.
   *
   * @param streams whose entries can be opened here; what lies elsewhere stays as it is
   */
  public Outcome restore(OrganisationId organisation, StreamFinder streams, UnlockedIdentity keys) {
    return restore(organisation, streams, keys, entry -> true);
  }

  /**
   * The same for some entries only: those that a person was shown before the PIN.
   *
   * @param shown what else lost its place stays as it is
   */
  public Outcome restore(
      OrganisationId organisation,
      StreamFinder streams,
      UnlockedIdentity keys,
      Predicate<JobId> shown) {
    List<JobId> unsigned = new ArrayList<>();
    try {
      for (QueuedEntry entry :
          outbox.displaced(organisation, KeyId.of(keys.signing().publicKey()))) {
        Optional<Known> known = streams.find(entry.lane());
        if (known.isPresent() && shown.test(entry.job().id())) {
          if (entry.job().state() == JobState.MOVED) {
            reseal(entry, known.get());
          }
          unsigned.add(entry.job().id());
        }
      }
    } catch (RefusedException e) {
      return new Outcome.Waiting(e.fault());
    }
    if (unsigned.isEmpty()) {
      return new Outcome.Restored(0);
    }
    return switch (desk.sign(keys, organisation, unsigned)) {
      case SigningDesk.Outcome.Refused(var fault) -> new Outcome.Waiting(fault);
      case SigningDesk.Outcome.Signed(int entries) -> new Outcome.Restored(entries);
    };
  }

  /**
   * Moves what is not signed, or has lost its place, from ended streams to those in which the
   * writer goes on; whoever signs it does so there.
   *
   * @param streams the ended ones among them are looked through
   * @return what is signed and will be final in the ended streams
   * @throws RefusedException if an entry cannot be opened or sealed now
   */
  public List<OnItsWay> leave(OrganisationId organisation, StreamFinder streams)
      throws RefusedException {
    List<Left> left = left(organisation, streams);
    // From the last of a lane on: a draft can leave while nothing follows it.
    for (Left one : left.reversed()) {
      if (one.entry().job().state() == JobState.DRAFT) {
        reseal(one.entry(), one.known());
      }
    }
    List<OnItsWay> onTheirWay = new ArrayList<>();
    Set<LaneKey> stuck = new HashSet<>();
    for (Left one : left) {
      switch (one.entry().job().state()) {
        case MOVED -> reseal(one.entry(), one.known());
        case SIGNED, STORED, SUBMITTED -> {
          if (!stuck.contains(one.entry().lane())) {
            onTheirWay.add(new OnItsWay(one.known().access(), one.entry().job().id()));
          }
        }
        // It waits for a person, and what follows it too; the patient's revocation does not.
        case FAILED -> stuck.add(one.entry().lane());
        case DRAFT, FINAL -> {
          // It has left, or it is there.
        }
      }
    }
    return onTheirWay;
  }

  /** An unfinished entry of an ended stream. */
  private record Left(QueuedEntry entry, Known known) {}

  private List<Left> left(OrganisationId organisation, StreamFinder streams) {
    List<Left> left = new ArrayList<>();
    for (Queued queued : outbox.pending()) {
      if (queued instanceof QueuedEntry entry && entry.lane().writer().equals(organisation)) {
        streams
            .find(entry.lane())
            .filter(known -> !known.access().equals(known.present()))
            .ifPresent(known -> left.add(new Left(entry, known)));
      }
    }
    left.sort(Comparator.comparingInt(one -> one.entry().place().n()));
    return left;
  }

  private void reseal(QueuedEntry entry, Known known) throws RefusedException {
    Held held = contents.open(known.access(), entry);
    EntryDraft draft =
        new EntryDraft(
            known.present(),
            entry.place().lane(),
            held.description(),
            held.content(),
            held.replaces());
    if (writer.reseal(entry.job().id(), draft) instanceof WriteOutcome.Refused(var fault)) {
      throw new RefusedException(fault);
    }
  }
}
