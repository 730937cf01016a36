package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.internal.Flight.Seen;
import org.chartseal.services.outbox.internal.Flight.Target;
import org.chartseal.services.outbox.internal.LookStep.Sight;
import org.chartseal.services.outbox.internal.Parcels.Attempt;
import org.chartseal.services.outbox.internal.Parcels.Parcel;
import org.chartseal.services.outbox.internal.Tally.Move;
import org.chartseal.services.seal.Hash32;

/**
 * Asks in which block a word was written that is proven to stand. The proof alone only says how
 * long it has been watched; on a chain that stands still between transactions that can take long.
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
    for (Parcel parcel : database.read(tx -> Parcels.with(tx, JobState.SUBMITTED))) {
      if (tally.networkFailed() || !tally.goOn("Checking")) {
        return;
      }
      List<Flight> own = database.read(tx -> Flights.submitted(tx, parcel.id()));
      own.removeIf(flight -> flight.seen().isEmpty() || !sight.own().contains(flight.id()));
      if (!own.isEmpty()) {
        block(parcel, own.getFirst())
            .filter(block -> block <= sight.at().number())
            .ifPresent(block -> database.write(tx -> lower(tx, own, block, sight, tally)));
      }
    }
  }

  private Optional<Long> block(Parcel parcel, Flight flight) {
    Optional<Hash32> transaction = parcel.attempt().flatMap(Attempt::transaction);
    if (transaction.isPresent()) {
      return relay.receipt(transaction.get()) instanceof ReceiptOutcome.Mined mined
          ? Optional.of(mined.block())
          : Optional.empty();
    }
    // It came through in an attempt of which only the beginning is known.
    return switch (flight.target()) {
      case Target.Entry(LedgerSlot slot, var digest, var notAfter) ->
          flight
              .seen()
              .flatMap(seen ->
                  Optional.ofNullable(
                      ledger.evidence(Map.of(slot, new Word(seen.word()))).get(slot)))
              .flatMap(AnchorEvidence::transaction)
              .map(AnchorEvidence.Transaction::block);
      case Target.Retraction(LedgerSlot slot, var digest, var author, var notAfter) ->
          // Of several that are named, the latest: none makes it final too early.
          ledger.retractions(Set.of(slot)).values().stream()
              .flatMap(Set::stream)
              .map(RetractionEvidence::block)
              .max(Comparator.naturalOrder());
      case Target.Act act -> Optional.empty();
    };
  }

  /** A transaction that was sent twice may have come through in an earlier block, never a later. */
  private boolean lower(Tx tx, List<Flight> own, long block, Sight sight, Tally tally)
      throws SQLException {
    for (Flight flight : own) {
      Seen seen = flight.seen().orElseThrow();
      Seen since = new Seen(seen.word(), Math.min(seen.height(), block));
      Flights.see(tx, flight.id(), since);
      if (sight.at().number() >= since.height() + settings.finalityDepth()) {
        Jobs.setState(tx, flight.id(), JobState.FINAL);
        tally.count(Move.FINISHED, 1);
      }
    }
    return true;
  }
}
