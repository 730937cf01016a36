package org.chartseal.services.record.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.LaneReading;

/**
 * What is known of a lane that decides whether an entry stands in order.
 *
 * @param disorder index of the first place that breaks the order
 * @param endedAt when the lane of this generation was closed by a signed end entry
 * @param perhapsEndedAt when something was anchored that may be such an end and cannot be verified
 */
public record LaneOrder(
    OptionalInt disorder, Optional<Instant> endedAt, Optional<Instant> perhapsEndedAt) {

  /** The check of an entry in this lane. */
  CheckResult check(LaneReading.Filled anchor) {
    if (disorder.isPresent() && anchor.place().n() >= disorder.getAsInt()) {
      return CheckResult.failed(
          Check.ORDER,
          "Out of order: from this place on, the lane has a gap or was filled backwards.");
    }
    if (endedAt.isPresent() && anchor.word().anchoredAt().isAfter(endedAt.get())) {
      return CheckResult.failed(
          Check.ORDER,
          "Late: it was anchored after its writer had closed this part of the record.");
    }
    if (perhapsEndedAt.isPresent() && anchor.word().anchoredAt().isAfter(perhapsEndedAt.get())) {
      return CheckResult.unknown(
          Check.ORDER,
          "Its writer may have closed this part of the record before: the entry that says so cannot be verified.");
    }
    return CheckResult.passed(Check.ORDER, "It follows the entry before it without a gap.");
  }
}
