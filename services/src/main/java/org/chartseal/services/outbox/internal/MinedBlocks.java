package org.chartseal.services.outbox.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.outbox.internal.Parcels.Attempt;

/**
 * In which blocks transactions were mined, by the word of an endpoint. It only lets a proven word count as deep earlier than
 * from the block at which it was first seen; what turns out to be less deep is found by the later check.
 */
final class MinedBlocks {

  private final Database database;
  private final Relay relay;
  private final Map<Long, OptionalLong> blocks = new HashMap<>();

  MinedBlocks(Database database, Relay relay) {
    this.database = database;
    this.relay = relay;
  }

  /** The height at which a job's transaction was mined, if it was. One question for each parcel. */
  OptionalLong height(Flight flight) {
    return flight.parcel() == 0
        ? OptionalLong.empty()
        : blocks.computeIfAbsent(flight.parcel(), this::ask);
  }

  private OptionalLong ask(long parcel) {
    return database
        .read(tx -> Parcels.find(tx, parcel))
        .flatMap(Parcels.Parcel::attempt)
        .flatMap(Attempt::transaction)
        .map(relay::receipt)
        .flatMap(
            receipt ->
                receipt instanceof ReceiptOutcome.Mined mined && mined.success()
                    ? Optional.of(mined.block())
                    : Optional.empty())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }
}
