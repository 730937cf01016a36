package org.chartseal.views.kit.claims;

import java.util.Locale;
import java.util.Optional;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.ReceivedClaim.Standing;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.seal.Hash32;

/**
 * A received claim as a row of a table. What tables sort and filter by is worked out once.
 *
 * @param number as far as people need it; empty when the claim could not be read
 * @param total what is billed, if it could be read
 * @param totals the sums of what was decided, if it was
 * @param haystack what a filter looks into: in lower case, the same in every language
 */
public record ClaimRow(
    ReceivedClaim received,
    Stage stage,
    String number,
    Optional<Money> total,
    Optional<LineAmounts> totals,
    String haystack) {

  private static final int SHORT = 16;

  /** How far a claim is. */
  public enum Stage {
    /** The rules have not been run. */
    OPEN,
    /** The rules left lines to a person. */
    PERSON,
    /** It cannot be decided as it stands. */
    REFUSED,
    /** It is decided, and the decision is on its way to the chain. */
    ON_ITS_WAY,
    /** It is decided whole. */
    DECIDED,
    /** It is decided, and what was due is paid. */
    PAID
  }

  public static ClaimRow of(ReceivedClaim received) {
    Optional<ClaimFile> file = received.claim().map(SubmittedClaim::file);
    return new ClaimRow(
        received,
        stage(received),
        file.map(ClaimFile::claim).map(ClaimRow::number).orElse(""),
        file.map(ClaimFile::total),
        received.decision().map(decision -> decision.result().totals()),
        haystack(received));
  }

  /** A claim's number, as far as people need it. */
  public static String number(Hash32 claim) {
    return claim.hex().substring(0, SHORT);
  }

  /** The same once this was decided about it, which is on its way; what was paid stays paid. */
  public ClaimRow decided(Decision decision) {
    Standing standing =
        received.standing() instanceof Standing.Paid(var before, ClaimPayment payment)
            ? new Standing.Paid(decision, payment)
            : new Standing.Decided(decision, true);
    return of(
        new ReceivedClaim(
            received.hospital(),
            received.entry(),
            received.receivedAt(),
            received.claim(),
            standing));
  }

  /** Where on the ledger it stands: what makes it the same claim when read again. */
  public LedgerSlot slot() {
    return received.entry().anchor().slot();
  }

  /** The claim itself; absent when it could not be read. */
  public Optional<ClaimFile> file() {
    return received.claim().map(SubmittedClaim::file);
  }

  /** What was decided, if it was. */
  public Optional<Decision> decision() {
    return received.decision();
  }

  /** What is proven to be paid, if anything is. */
  public Optional<ClaimPayment> payment() {
    return received.standing() instanceof Standing.Paid(var decision, ClaimPayment payment)
        ? Optional.of(payment)
        : Optional.empty();
  }

  /** How many lines it has. */
  public int lines() {
    return file().map(file -> file.lines().size()).orElse(0);
  }

  /** How many of its lines came to this. */
  public long lines(Outcome outcome) {
    return decision().stream()
        .flatMap(decision -> decision.result().lines().stream())
        .filter(line -> line.outcome() == outcome)
        .count();
  }

  private static Stage stage(ReceivedClaim received) {
    return switch (received.standing()) {
      case Standing.Open open -> Stage.OPEN;
      case Standing.Refused refused -> Stage.REFUSED;
      case Standing.Decided(var decision, var inOutbox) ->
          !decision.result().isComplete()
              ? Stage.PERSON
              : inOutbox ? Stage.ON_ITS_WAY : Stage.DECIDED;
      case Standing.Paid(var decision, var payment) ->
          decision.result().isComplete() ? Stage.PAID : Stage.PERSON;
    };
  }

  private static String haystack(ReceivedClaim received) {
    StringBuilder text = new StringBuilder(received.hospital().name());
    received
        .claim()
        .map(SubmittedClaim::file)
        .ifPresent(file -> {
          text.append(' ').append(file.claim().hex());
          text.append(' ').append(file.member());
          text.append(' ').append(file.total());
          for (ServiceLine line : file.lines()) {
            text.append(' ').append(line.code().code()).append(' ').append(line.display());
          }
        });
    if (received.standing() instanceof Standing.Refused(var fault)) {
      text.append(' ').append(fault.code()).append(' ').append(fault.sentence());
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
