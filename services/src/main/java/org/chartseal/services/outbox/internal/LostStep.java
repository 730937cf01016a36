package org.chartseal.services.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.internal.LookStep.Sight;
import org.chartseal.services.outbox.internal.Parcels.Attempt;
import org.chartseal.services.outbox.internal.Parcels.Parcel;
import org.chartseal.services.outbox.internal.Tally.Move;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** Finds out what became of transactions whose effect is not there, and takes back what is lost. */
final class LostStep {

  /** A transaction that no node knows is given up after as many blocks, or as long. */
  private static final int BLOCKS = 2;

  private static final Duration WAIT = Duration.ofSeconds(30);

  private final Database database;
  private final Relay relay;
  private final DrainSettings settings;

  LostStep(Database database, Relay relay, DrainSettings settings) {
    this.database = database;
    this.relay = relay;
    this.settings = settings;
  }

  void run(Sight sight, Instant now, Tally tally) {
    for (Parcel parcel : database.read(tx -> Parcels.with(tx, JobState.SUBMITTED))) {
      if (tally.networkFailed() || !tally.goOn("Checking")) {
        return;
      }
      if (isMissing(parcel, sight)) {
        look(parcel, sight.at().number(), now, tally);
      }
    }
  }

  /** Whether the effect of its transaction on some job was looked for and not found. */
  private boolean isMissing(Parcel parcel, Sight sight) {
    Set<JobId> submitted =
        new HashSet<>(database.read(tx -> Parcels.jobs(tx, parcel.id(), JobState.SUBMITTED)));
    submitted.retainAll(sight.vacant());
    return !submitted.isEmpty();
  }

  private void look(Parcel parcel, long height, Instant now, Tally tally) {
    Optional<Hash32> transaction = parcel.attempt().flatMap(Attempt::transaction);
    if (transaction.isEmpty()) {
      forget(parcel, tally);
      return;
    }
    Attempt attempt = parcel.attempt().orElseThrow();
    boolean outOfPatience = !now.isBefore(attempt.at().plus(settings.patience()));
    switch (relay.receipt(transaction.get())) {
      case ReceiptOutcome.Mined mined when !mined.success() -> refuse(parcel, height, tally);
      case ReceiptOutcome.Mined mined when outOfPatience && mined.block() <= height ->
          // It went through and changed nothing: the contract skipped what is in it.
          refuse(parcel, height, tally);
      case ReceiptOutcome.Mined mined -> forgetIf(outOfPatience, parcel, tally);
      case ReceiptOutcome.Pending pending -> forgetIf(outOfPatience, parcel, tally);
      case ReceiptOutcome.Unknown unknown ->
          forgetIf(
              height >= attempt.height() + BLOCKS || !now.isBefore(attempt.at().plus(WAIT)),
              parcel,
              tally);
      case ReceiptOutcome.Unavailable(Fault fault) -> tally.networkFailure(fault);
    }
  }

  private void refuse(Parcel parcel, long height, Tally tally) {
    tally.count(
        Move.FAILED,
        database.write(tx -> Parcels.refused(tx, parcel.id(), height, OutboxFaults.REVERTED)));
  }

  private void forgetIf(boolean lost, Parcel parcel, Tally tally) {
    if (lost) {
      forget(parcel, tally);
    }
  }

  private void forget(Parcel parcel, Tally tally) {
    tally.count(Move.RETURNED, database.write(tx -> Parcels.forget(tx, parcel.id())));
  }
}
