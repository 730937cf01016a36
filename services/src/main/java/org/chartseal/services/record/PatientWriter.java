package org.chartseal.services.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.ledger.PatientDigests;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.outbox.ChangeOutcome;
import org.chartseal.services.outbox.EnqueueOutcome;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.PatientAuthority;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.outbox.QueueMark;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.outbox.SealedDraft;
import org.chartseal.services.outbox.Sealing;
import org.chartseal.services.record.internal.ChainLaneHeads;
import org.chartseal.services.record.internal.Drafts;
import org.chartseal.services.record.internal.GuardedSealing;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.EntrySignature;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.PreparedEntry;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.SlotScalar;
import org.chartseal.services.seal.SlotSigner;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.SignOutcome;

/**
 * Seals, signs and queues a patient's entries and retractions: one device operation for all of them
 * (protocol §5.2, §6.2).
 */
public final class PatientWriter {

  /** How long the contract accepts a patient's anchor: as long as an organisation's statement. */
  private static final Duration ACCEPTED = Duration.ofDays(30);

  private final Deployment deployment;
  private final Outbox outbox;
  private final QueuedContents contents;
  private final ProvenLedger ledger;
  private final BlockStore blocks;
  private final EntrySealer sealer;
  private final LeafExtractor extractor;
  private final InstantSource clock;

  public PatientWriter(
      Deployment deployment,
      Outbox outbox,
      QueuedContents contents,
      ProvenLedger ledger,
      BlockStore blocks,
      EntrySealer sealer,
      LeafExtractor extractor,
      InstantSource clock) {
    this.deployment = deployment;
    this.outbox = outbox;
    this.contents = contents;
    this.ledger = ledger;
    this.blocks = blocks;
    this.sealer = sealer;
    this.extractor = extractor;
    this.clock = clock;
  }

  /**
   * One of the patient's own entries that is to be retracted.
   *
   * @param stream in which it stands
   * @param reference its slot and digests
   */
  public record Retraction(StreamAccess stream, Place place, EntryReference reference) {}

  /** How far the outbox is now: to be taken before what is answered is read. */
  public QueueMark mark() {
    return QueueMark.of(outbox);
  }

  /**
   * Queues entries and retractions in one step, signed.
   *
   * @param keys the patient's unlocked device
   * @param slots the patient's slot keys, which the caller closes
   */
  public WriteOutcome queue(
      UnlockedIdentity keys,
      SlotScalar slots,
      List<EntryDraft> entries,
      List<Retraction> retractions,
      Owner owner) {
    return queue(keys, slots, entries, retractions, owner, QueueGuard.NONE);
  }

  /**
   * Queues entries and retractions in one step, signed, unless the guard objects.
   *
   * @param keys the patient's unlocked device
   * @param slots the patient's slot keys, which the caller closes
   */
  public WriteOutcome queue(
      UnlockedIdentity keys,
      SlotScalar slots,
      List<EntryDraft> entries,
      List<Retraction> retractions,
      Owner owner,
      QueueGuard guard) {
    Drafts drafts;
    try {
      drafts = Drafts.of(entries, extractor);
    } catch (RefusedException e) {
      return new WriteOutcome.Refused(e.fault());
    }
    if (!drafts.yearsFit(clock.instant())) {
      return new WriteOutcome.Refused(RecordWriter.YEAR);
    }
    if (entries.isEmpty()) {
      // Retractions alone take no place, and another of the same entry would change nothing.
      Optional<Fault> objection = guard.objection(outbox, List.of());
      if (objection.isPresent()) {
        return new WriteOutcome.Refused(objection.get());
      }
      outbox.retract(retract(slots, retractions, owner));
      return new WriteOutcome.Queued(List.of());
    }
    ChainLaneHeads heads = new ChainLaneHeads(ledger, blocks, drafts.streams());
    Sealing sealing =
        positions -> seal(keys, slots, drafts, positions, retract(slots, retractions, owner));
    return switch (outbox.enqueue(
        drafts.requests(Collections.nCopies(entries.size(), owner)),
        heads,
        new GuardedSealing(outbox, guard, sealing))) {
      case EnqueueOutcome.Refused(var fault) -> new WriteOutcome.Refused(fault);
      case EnqueueOutcome.Accepted accepted -> new WriteOutcome.Queued(accepted.entries());
    };
  }

  /**
   * Seals anew, signs and queues again the patient's entries that lost their place to another
   * machine's (DESIGN §3.4).
   *
   * @param streams whose entries can be opened here
   * @return how many have a place again
   * @throws RefusedException if it cannot be done now; nothing is lost
   */
  public int restore(UnlockedIdentity keys, SlotScalar slots, StreamFinder streams)
      throws RefusedException {
    int restored = 0;
    for (QueuedEntry entry : outbox.displaced(OrganisationId.PATIENTS, KeyId.PATIENT)) {
      Optional<StreamFinder.Known> known = streams.find(entry.lane());
      if (known.isPresent()) {
        reseal(keys, slots, contents.open(known.get().access(), entry), known.get().present());
        restored++;
      }
    }
    return restored;
  }

  private void reseal(
      UnlockedIdentity keys, SlotScalar slots, QueuedContents.Held held, StreamAccess stream)
      throws RefusedException {
    int lane = held.queued().place().lane();
    EntryDraft draft =
        new EntryDraft(stream, lane, held.description(), held.content(), held.replaces());
    Drafts drafts = Drafts.of(List.of(draft), extractor);
    if (outbox.reseal(
            held.queued().job().id(),
            Drafts.lane(draft),
            new ChainLaneHeads(ledger, blocks, drafts.streams()),
            positions -> seal(keys, slots, drafts, positions, List.of()))
        instanceof EnqueueOutcome.Refused(var fault)) {
      throw new RefusedException(fault);
    }
  }

  /**
   * Entries of one lane name each other's digests, so they are sealed lane by lane; roots are
   * signed before, all at once.
   */
  private Sealing.Outcome seal(
      UnlockedIdentity keys,
      SlotScalar slots,
      Drafts drafts,
      List<Position> positions,
      List<RetractionDraft> retractions) {
    List<SealedDraft> sealed = new ArrayList<>(positions.size());
    List<EntryDigests> digests = new ArrayList<>(positions.size());
    int from = 0;
    while (from < positions.size()) {
      int to = independentUntil(positions, from);
      List<PreparedEntry> prepared = new ArrayList<>();
      try {
        for (int i = from; i < to; i++) {
          prepared.add(sealer.prepare(drafts.request(i, positions.get(i), digests)));
        }
        MerkleTree tree = MerkleTree.of(prepared.stream().map(PreparedEntry::patientLeaf).toList());
        Statement statement = statement(tree);
        SignedStatement signed;
        switch (keys.sign(statement.bytes())) {
          case SignOutcome.SignRefused(var fault) -> {
            return new Sealing.Outcome.Stopped(
                new Fault(fault.code().shortCode(), fault.sentence()));
          }
          case SignOutcome.Signed(var signature) ->
              signed = new SignedStatement(statement, keys.signing().publicKey(), signature);
        }
        for (int i = from; i < to; i++) {
          SealedEntry entry =
              prepared.get(i - from).seal(new EntrySignature(signed, tree.inclusion(i - from)));
          digests.add(entry.reference().digests());
          sealed.add(
              new SealedDraft.OfPatient(
                  entry,
                  authority(
                      slots, drafts.get(i).stream(), positions.get(i).place(), entry.reference())));
        }
      } finally {
        prepared.forEach(PreparedEntry::close);
      }
      from = to;
    }
    return new Sealing.Outcome.Sealed(sealed, retractions, List.of());
  }

  /** Up to the first entry that names one of this group as its predecessor. */
  private static int independentUntil(List<Position> positions, int from) {
    int to = from;
    while (to < positions.size()
        && !(positions.get(to).predecessor() instanceof Position.Predecessor.InThisCall(int before)
            && before >= from)) {
      to++;
    }
    return to;
  }

  private Statement statement(MerkleTree tree) {
    return new Statement(
        StatementType.ANCHOR,
        deployment,
        OrganisationId.PATIENTS,
        tree.root(),
        tree.size(),
        clock.instant().getEpochSecond());
  }

  /**
   * Gives entries of an act that failed a new signature, which sends them again.
   *
   * @param streams whose entries can be signed here; what lies elsewhere stays as it is
   * @throws RefusedException if one of them cannot be sent again now
   */
  public void signAnew(SlotScalar slots, StreamFinder streams, Owner owner)
      throws RefusedException {
    for (Queued queued : failed(owner)) {
      if (queued instanceof QueuedEntry entry) {
        Optional<StreamFinder.Known> known = streams.find(entry.lane());
        if (known.isPresent()) {
          changed(
              outbox.signedAnew(
                  entry.job().id(),
                  authority(slots, known.get().access(), entry.place(), entry.reference())));
        }
      }
    }
  }

  /**
   * Sends what else of an act failed once more, as it was signed.
   *
   * @throws RefusedException if it cannot be sent again now
   */
  public void retry(Owner owner) throws RefusedException {
    List<Queued> failed = failed(owner);
    while (!failed.isEmpty()) {
      // What shares its transaction goes with it.
      changed(outbox.retry(failed.getFirst().job().id()));
      failed = failed(owner);
    }
  }

  private List<Queued> failed(Owner owner) {
    return outbox.ofOwner(owner).stream()
        .filter(queued -> queued.job().state() == JobState.FAILED)
        .toList();
  }

  private static void changed(ChangeOutcome outcome) throws RefusedException {
    if (outcome instanceof ChangeOutcome.Refused(var fault)) {
      throw new RefusedException(fault);
    }
  }

  private PatientAuthority authority(
      SlotScalar slots, StreamAccess stream, Place place, EntryReference reference) {
    Instant notAfter = notAfter();
    Hash32 digest =
        PatientDigests.anchor(
            deployment, reference.manifestDigest(), reference.contentRoot(), notAfter);
    try (SlotSigner signer = slots.signer(stream.keys(), place)) {
      return new PatientAuthority(notAfter, signer.sign(digest));
    }
  }

  private List<RetractionDraft> retract(
      SlotScalar slots, List<Retraction> retractions, Owner owner) {
    List<RetractionDraft> drafts = new ArrayList<>();
    Instant notAfter = notAfter();
    for (Retraction retraction : retractions) {
      EntryReference reference = retraction.reference();
      Hash32 digest =
          PatientDigests.retract(
              deployment, reference.manifestDigest(), reference.contentRoot(), notAfter);
      try (SlotSigner signer = slots.signer(retraction.stream().keys(), retraction.place())) {
        PatientAnchor signed =
            new PatientAnchor(
                reference.manifestDigest(), reference.contentRoot(), notAfter, signer.sign(digest));
        drafts.add(
            new RetractionDraft.OfPatient(
                reference.slot(), reference.recordDigest(), signed, owner, Set.of()));
      }
    }
    return drafts;
  }

  private Instant notAfter() {
    return clock.instant().plus(ACCEPTED).truncatedTo(ChronoUnit.SECONDS);
  }
}
