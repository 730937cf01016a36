package org.chartseal.services.outbox.internal;

import java.time.Duration;
import java.time.Instant;

/** Pauses after failures of the network, twice as long each time. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);

  private final Duration longest;
  private Duration next = FIRST;
  private Instant until = Instant.MIN;

  Backoff(Duration longest) {
    this.longest = longest;
  }

  boolean isPausing(Instant now) {
    return now.isBefore(until);
  }

  void failed(Instant now) {
    until = now.plus(next);
    next = next.multipliedBy(2).compareTo(longest) > 0 ? longest : next.multipliedBy(2);
  }

  void succeeded() {
    next = FIRST;
    until = Instant.MIN;
  }
}
