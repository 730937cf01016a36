package org.chartseal.services.bench;

import java.time.Instant;

/** Time that two processes on one machine share. */
final class Nanos {

  private static final long SECOND = 1_000_000_000L;

  private Nanos() {}

  /** Nanoseconds since 1970, as exactly as the machine's clock goes. */
  static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * SECOND + now.getNano();
  }

  /** As milliseconds. */
  static double millis(long nanos) {
    return nanos / 1e6;
  }
}
