package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.internal.Flight.Seen;
import org.chartseal.services.outbox.internal.Flight.Target;
import org.chartseal.services.outbox.internal.LookStep.Sight;
import org.chartseal.services.outbox.internal.Parcels.Attempt;
import org.chartseal.services.outbox.internal.Tally.Move;
import org.chartseal.services.seal.Fault;

/**
 * Asks in which block a word was written that is proven to stand, a job's own or another's. The
 * proof alone only says how long it has been watched; on a chain that stands still between
 * transactions that can take until somebody else writes.
 */
final class DepthStep {

  private final Database database;
  private final ProvenLedger ledger;
  private final Relay relay;
  private final DrainSettings settings;

  DepthStep(Database database, ProvenLedger ledger, Relay relay, DrainSettings settings) {
    this.database = database;
    this.ledger = ledger;
    this.relay = relay;
    this.settings = settings;
  }

  void run(Sight sight, Tally tally) {
    Map<Long, List<Flight>> parcels = new LinkedHashMap<>();
    for (Flight flight : database.read(Flights::submitted)) {
      if (flight.seen().isPresent()
          && (sight.own().contains(flight.id()) || sight.others().containsKey(flight.id()))) {
        parcels.computeIfAbsent(flight.parcel(), id -> new ArrayList<>()).add(flight);
      }
    }
    for (Map.Entry<Long, List<Flight>> parcel : parcels.entrySet()) {
      if (tally.networkFailed() || !tally.goOn("Checking")) {
        return;
      }
      Map<JobId, Long> blocks = blocks(parcel.getKey(), parcel.getValue(), sight);
      blocks.values().removeIf(block -> block > sight.at().number());
      if (!blocks.isEmpty()) {
        database.write(tx -> lower(tx, parcel.getValue(), blocks, sight, tally));
      }
    }
  }

  /**
   * Its own words were written by the parcel's transaction, if that one came through. Otherwise it
   * was an attempt of which only the beginning is known, or somebody else: events tell.
   */
  private Map<JobId, Long> blocks(long parcel, List<Flight> flights, Sight sight) {
    Optional<Long> mined = mined(parcel);
    Map<JobId, Long> blocks = new HashMap<>();
    Map<LedgerSlot, Word> words = new HashMap<>();
    Set<LedgerSlot> retracted = new HashSet<>();
    for (Flight flight : flights) {
      if (mined.isPresent() && sight.own().contains(flight.id())) {
        blocks.put(flight.id(), mined.get());
        continue;
      }
      switch (flight.target()) {
        case Target.Entry entry ->
            words.put(entry.slot(), new Word(flight.seen().orElseThrow().word()));
        case Target.Retraction retraction -> retracted.add(retraction.slot());
        case Target.Act act -> {
          // Nothing tells but its own transaction.
        }
      }
    }
    Map<LedgerSlot, Long> events = events(words, retracted);
    for (Flight flight : flights) {
      slot(flight.target())
          .map(events::get)
          .ifPresent(block -> blocks.putIfAbsent(flight.id(), block));
    }
    return blocks;
  }

  private Optional<Long> mined(long parcel) {
    return database
        .read(tx -> Parcels.find(tx, parcel))
        .flatMap(Parcels.Parcel::attempt)
        .flatMap(Attempt::transaction)
        .flatMap(transaction ->
            relay.receipt(transaction) instanceof ReceiptOutcome.Mined mined
                ? Optional.of(mined.block())
                : Optional.empty());
  }

  private Map<LedgerSlot, Long> events(Map<LedgerSlot, Word> words, Set<LedgerSlot> retracted) {
    Map<LedgerSlot, Long> blocks = new HashMap<>();
    if (!words.isEmpty()) {
      ledger
          .evidence(words)
          .forEach((slot, hint) ->
              hint.transaction().ifPresent(transaction -> blocks.put(slot, transaction.block())));
    }
    if (!retracted.isEmpty()) {
      // Of several blocks that are named, the latest: none makes it final too early.
      ledger
          .retractions(retracted)
          .forEach((slot, hints) ->
              hints.stream()
                  .mapToLong(RetractionEvidence::block)
                  .max()
                  .ifPresent(block -> blocks.put(slot, block)));
    }
    return blocks;
  }

  private static Optional<LedgerSlot> slot(Target target) {
    return switch (target) {
      case Target.Entry entry -> Optional.of(entry.slot());
      case Target.Retraction retraction -> Optional.of(retraction.slot());
      case Target.Act act -> Optional.empty();
    };
  }

  /** A transaction that was sent twice may have come through in an earlier block, never a later. */
  private boolean lower(
      Tx tx, List<Flight> flights, Map<JobId, Long> blocks, Sight sight, Tally tally)
      throws SQLException {
    for (Flight flight : flights) {
      Long block = blocks.get(flight.id());
      if (block == null) {
        continue;
      }
      Seen seen = flight.seen().orElseThrow();
      Seen since = new Seen(seen.word(), Math.min(seen.height(), block));
      Flights.see(tx, flight.id(), since);
      if (sight.at().number() >= since.height() + settings.finalityDepth()) {
        Fault other = sight.others().get(flight.id());
        if (other != null) {
          LookStep.overtaken(tx, flight, other, tally);
        } else {
          Jobs.setState(tx, flight.id(), JobState.FINAL);
          tally.count(Move.FINISHED, 1);
        }
      }
    }
    return true;
  }
}
