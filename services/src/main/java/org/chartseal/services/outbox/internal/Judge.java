package org.chartseal.services.outbox.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.ActHandler;
import org.chartseal.services.outbox.ActHandler.Standing;
import org.chartseal.services.outbox.internal.Finding.Nothing;
import org.chartseal.services.outbox.internal.Finding.Other;
import org.chartseal.services.outbox.internal.Finding.Own;
import org.chartseal.services.outbox.internal.Finding.Unclear;
import org.chartseal.services.outbox.internal.Flight.Target;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/** Tells a job's own word from another's. */
final class Judge {

  // Acts have no word; these stand for one where it is noted since when an effect is there.
  private static final Hash32 DONE = Digests.sha256(new byte[] {1});
  private static final Hash32 OVERTAKEN = Digests.sha256(new byte[] {2});

  private final Database database;
  private final ProvenLedger ledger;

  Judge(Database database, ProvenLedger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  Finding entry(Flight flight, Target.Entry entry, SlotState state) {
    return switch (state) {
      case SlotState.Empty() -> new Nothing();
      case SlotState.Filled(Word word) -> {
        List<KeyId> authors = authors(flight, entry.slot());
        yield word.retractedAt().isPresent()
            ? retractedEntry(entry, word, authors)
            : standingEntry(entry, word, authors);
      }
    };
  }

  private List<KeyId> authors(Flight flight, LedgerSlot slot) {
    return slot.organisation().equals(OrganisationId.PATIENTS)
        ? List.of(KeyId.PATIENT)
        : database.read(tx -> Batches.authors(tx, flight.id().value(), slot.slot().value()));
  }

  private static Finding standingEntry(Target.Entry entry, Word word, List<KeyId> authors) {
    boolean own = authors.stream().anyMatch(key -> word.matches(entry.recordDigest(), key));
    return own ? new Own(word.value()) : new Other(word.value(), OutboxFaults.ANOTHER_THERE);
  }

  /**
   * It may have been ours, anchored and retracted since. Who retracted, and what stood there, are
   * hints that the word proves: without the true ones it cannot be told whose it was.
   */
  private Finding retractedEntry(Target.Entry entry, Word word, List<KeyId> authors) {
    Set<KeyId> retractors = new LinkedHashSet<>(authors);
    Set<RetractionEvidence> hints =
        ledger.retractions(Set.of(entry.slot())).getOrDefault(entry.slot(), Set.of());
    hints.forEach(hint -> retractors.add(hint.retractor()));
    for (KeyId author : authors) {
      for (KeyId retractor : retractors) {
        if (word.matchesRetracted(entry.recordDigest(), author, retractor)) {
          return new Own(word.value());
        }
      }
    }
    return isAnothers(entry, word, retractors)
        ? new Other(word.value(), OutboxFaults.ANOTHER_THERE)
        : new Unclear();
  }

  private boolean isAnothers(Target.Entry entry, Word word, Set<KeyId> retractors) {
    LedgerSlot slot = entry.slot();
    if (slot.organisation().equals(OrganisationId.PATIENTS)) {
      // Nobody but the slot's own key writes and retracts there: the word names no other party.
      return true;
    }
    return Optional.ofNullable(ledger.evidence(Map.of(slot, word)).get(slot))
        .filter(found -> !found.digests().recordDigest().equals(entry.recordDigest()))
        .filter(
            found -> retractors.stream().anyMatch(key -> found.isProvenRetracted(slot, word, key)))
        .isPresent();
  }

  /** Retracted is retracted, whoever did it: a second time is skipped by the contract. */
  static Finding retraction(Target.Retraction retraction, SlotState state) {
    return switch (state) {
      case SlotState.Empty() -> new Nothing();
      case SlotState.Filled(Word word) -> {
        if (word.retractedAt().isPresent()) {
          yield new Own(word.value());
        }
        yield word.matches(retraction.recordDigest(), retraction.author())
            ? new Nothing()
            : new Other(word.value(), OutboxFaults.NOTHING_TO_RETRACT);
      }
    };
  }

  static Finding act(ActHandler handler, BlockRef at, Target.Act act, Tally tally) {
    return switch (handler.standing(at, act.payload())) {
      case Standing.NotYet() -> new Nothing();
      case Standing.Done() -> new Own(DONE);
      case Standing.Overtaken(Fault fault) -> new Other(OVERTAKEN, fault);
      case Standing.Unknown(Fault fault) -> {
        tally.obstacle(fault);
        yield new Unclear();
      }
    };
  }
}
