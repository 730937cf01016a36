package org.chartseal.services.ledger;

import java.util.Optional;
import java.util.function.Function;
import org.chartseal.services.ledger.internal.LedgerFaults;
import org.chartseal.services.seal.Fault;

/**
 * Reads at the newest block, and at a newer one where that went out of reach meanwhile: nodes mine,
 * and give up a block, between the question for the head and those about its state. Safe for
 * several threads.
 */
public final class NewestBlock {

  private static final int BLOCKS = 3;

  private final ProvenLedger ledger;

  public NewestBlock(ProvenLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * What a reading comes to that needs more than one question.
   *
   * @param reading begins anew at each head
   * @param failure the fault that ended a reading, if one did
   */
  public <T> T read(Function<HeadOutcome, T> reading, Function<T, Optional<Fault>> failure) {
    T outcome = reading.apply(ledger.head());
    for (int block = 1; block < BLOCKS; block++) {
      if (failure.apply(outcome).filter(LedgerFaults::isPassing).isEmpty()) {
        return outcome;
      }
      outcome = reading.apply(ledger.head());
    }
    return outcome;
  }

  /** Words of the ledger at a recent block; without one they are unavailable. */
  public ReadOutcome read(LedgerQuery query) {
    return read(
        head ->
            switch (head) {
              case HeadOutcome.NoAgreement(var fault, var faults) ->
                  new ReadOutcome.Unavailable(fault, faults);
              case HeadOutcome.Stale(var block, var reason, var faults) ->
                  new ReadOutcome.Unavailable(reason, faults);
              case HeadOutcome.Agreed(var block, var faults) -> ledger.read(block, query);
            },
        outcome ->
            switch (outcome) {
              case ReadOutcome.Proven proven -> Optional.empty();
              case ReadOutcome.Refused(var fault, var faults) -> Optional.of(fault);
              case ReadOutcome.Unavailable(var fault, var faults) -> Optional.of(fault);
            });
  }

  /** Words of the settlement at a recent block; without one they are unavailable. */
  public SettlementOutcome read(ProvenSettlement settlement, SettlementQuery query) {
    return read(
        head ->
            switch (head) {
              case HeadOutcome.NoAgreement(var fault, var faults) ->
                  new SettlementOutcome.Unavailable(fault, faults);
              case HeadOutcome.Stale(var block, var reason, var faults) ->
                  new SettlementOutcome.Unavailable(reason, faults);
              case HeadOutcome.Agreed(var block, var faults) -> settlement.read(block, query);
            },
        outcome ->
            switch (outcome) {
              case SettlementOutcome.Proven proven -> Optional.empty();
              case SettlementOutcome.Refused(var fault, var faults) -> Optional.of(fault);
              case SettlementOutcome.Unavailable(var fault, var faults) -> Optional.of(fault);
            });
  }
}
