package org.chartseal.services.record;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.outbox.EnqueueOutcome;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.outbox.SealedDraft;
import org.chartseal.services.outbox.Sealing;
import org.chartseal.services.record.internal.ChainLaneHeads;
import org.chartseal.services.record.internal.Drafts;
import org.chartseal.services.record.internal.GuardedSealing;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealedEntry;

/**
 * Seals an organisation's entries and queues them in the outbox, where they wait for their
 * signature: {@link SigningDesk}.
 */
public final class RecordWriter {

  private final Outbox outbox;
  private final ProvenLedger ledger;
  private final BlockStore blocks;
  private final EntrySealer sealer;
  private final LeafExtractor extractor;
  private final InstantSource clock;

  public RecordWriter(
      Outbox outbox,
      ProvenLedger ledger,
      BlockStore blocks,
      EntrySealer sealer,
      LeafExtractor extractor,
      InstantSource clock) {
    this.outbox = outbox;
    this.ledger = ledger;
    this.blocks = blocks;
    this.sealer = sealer;
    this.extractor = extractor;
    this.clock = clock;
  }

  /**
   * Queues entries, all or none of them, each in the next place of its lane.
   *
   * @param owner the label under which the caller finds them again
   */
  public WriteOutcome queue(List<EntryDraft> entries, Owner owner) {
    return queueEach(entries, Collections.nCopies(entries.size(), owner));
  }

  /**
   * Queues entries, all or none of them, each under a label of its own.
   *
   * @param owners one for each entry
   */
  public WriteOutcome queueEach(List<EntryDraft> entries, List<Owner> owners) {
    return queueEach(entries, owners, QueueGuard.NONE);
  }

  /**
   * Queues entries as {@link #queueEach(List, List)} does, unless the guard objects.
   *
   * @param owners one for each entry
   */
  public WriteOutcome queueEach(List<EntryDraft> entries, List<Owner> owners, QueueGuard guard) {
    Drafts drafts;
    try {
      drafts = Drafts.of(entries, extractor);
    } catch (RefusedException e) {
      return new WriteOutcome.Refused(e.fault());
    }
    if (!drafts.yearsFit(clock.instant())) {
      return new WriteOutcome.Refused(YEAR);
    }
    ChainLaneHeads heads = new ChainLaneHeads(ledger, blocks, drafts.streams());
    return queued(
        outbox.enqueue(
            drafts.requests(owners),
            heads,
            new GuardedSealing(
                outbox, guard, positions -> Sealing.Outcome.Sealed.of(seal(drafts, positions)))));
  }

  /**
   * Queues an entry and, with it, the retraction of the one that it replaces, which is sent when
   * the entry is final. Both wait for their signatures.
   *
   * @param draft names what it replaces
   */
  public WriteOutcome queueCorrection(EntryDraft draft, Replaced replaced, Owner owner) {
    Drafts drafts;
    try {
      drafts = Drafts.of(List.of(draft), extractor);
    } catch (RefusedException e) {
      return new WriteOutcome.Refused(e.fault());
    }
    if (!drafts.yearsFit(clock.instant())) {
      return new WriteOutcome.Refused(YEAR);
    }
    Sealing.Correction correction = new Sealing.Correction(0, replaced.retraction(owner));
    return queued(
        outbox.enqueue(
            drafts.requests(List.of(owner)),
            new ChainLaneHeads(ledger, blocks, drafts.streams()),
            positions ->
                new Sealing.Outcome.Sealed(
                    seal(drafts, positions), List.of(), List.of(correction))));
  }

  /**
   * Seals an entry anew that is in the outbox, for the next place of the draft's lane. It waits for
   * its signature then.
   *
   * @param draft the entry as it was, in its own stream or another
   */
  WriteOutcome reseal(JobId entry, EntryDraft draft) {
    Drafts drafts;
    try {
      drafts = Drafts.of(List.of(draft), extractor);
    } catch (RefusedException e) {
      return new WriteOutcome.Refused(e.fault());
    }
    return queued(
        outbox.reseal(
            entry,
            Drafts.lane(draft),
            new ChainLaneHeads(ledger, blocks, drafts.streams()),
            positions -> Sealing.Outcome.Sealed.of(seal(drafts, positions))));
  }

  private static WriteOutcome queued(EnqueueOutcome outcome) {
    return switch (outcome) {
      case EnqueueOutcome.Refused(var fault) -> new WriteOutcome.Refused(fault);
      case EnqueueOutcome.Accepted accepted -> new WriteOutcome.Queued(accepted.entries());
    };
  }

  static final Fault YEAR =
      new Fault(
          "CS-WRITE-01",
          "The entry's date has no year, or one in the future. Correct the date in the document, then add it again.");

  private List<SealedDraft> seal(Drafts drafts, List<Position> positions) {
    List<EntryDigests> digests = new ArrayList<>(positions.size());
    List<SealedDraft> sealed = new ArrayList<>(positions.size());
    for (int i = 0; i < positions.size(); i++) {
      SealedEntry entry = sealer.seal(drafts.request(i, positions.get(i), digests));
      digests.add(entry.reference().digests());
      sealed.add(
          new SealedDraft.OfOrganisation(entry, KeyId.of(drafts.get(i).description().author())));
    }
    return sealed;
  }
}
