package org.chartseal.services.claims.desk;

import java.time.Instant;
import java.util.Optional;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.desk.internal.PaymentBook;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/**
 * A claim as an insurer finds it.
 *
 * @param hospital in whose stream it stands
 * @param entry with its verdict
 * @param receivedAt when it was anchored
 * @param claim absent when it could not be opened or read
 */
public record ReceivedClaim(
    Organisation hospital,
    RecordEntry entry,
    Instant receivedAt,
    Optional<SubmittedClaim> claim,
    Standing standing) {

  /** What is to happen with it. */
  public sealed interface Standing {
    /** It is proven, and waits to be decided. */
    record Open() implements Standing {}

    /**
     * It is decided.
     *
     * @param inOutbox whether the decision is still on its way
     */
    record Decided(Decision decision, boolean inOutbox) implements Standing {}

    /** It is decided, and something of it is paid. */
    record Paid(Decision decision, ClaimPayment payment) implements Standing {}

    /** It is not decided as it stands, and why. */
    record Refused(Fault fault) implements Standing {}
  }

  /** The same with what is proven to be paid for it. */
  ReceivedClaim with(PaymentBook payments) {
    return standing instanceof Standing.Decided(Decision decision, boolean inOutbox)
        ? payments
            .of(decision)
            .map(payment ->
                new ReceivedClaim(
                    hospital, entry, receivedAt, claim, new Standing.Paid(decision, payment)))
            .orElse(this)
        : this;
  }

  /** Whether it waits to be decided. */
  public boolean isOpen() {
    return standing instanceof Standing.Open;
  }

  /** What was decided, if it was. */
  public Optional<Decision> decision() {
    return switch (standing) {
      case Standing.Decided(Decision decision, var inOutbox) -> Optional.of(decision);
      case Standing.Paid(Decision decision, var payment) -> Optional.of(decision);
      case Standing.Open open -> Optional.empty();
      case Standing.Refused refused -> Optional.empty();
    };
  }

  /** The claim's id, if it could be read. */
  public Optional<Hash32> id() {
    return claim.map(submitted -> submitted.file().claim());
  }
}
