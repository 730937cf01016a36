package org.chartseal.services.outbox;

import java.time.Duration;

/**
 * How the drainer behaves.
 *
 * @param finalityDepth how many blocks on top of a proven word make it final
 * @param recheckDepth how many more blocks later it is looked at once again, before its ciphertext
 *     is let go
 * @param patience how long a transaction may stay unmined before it is sent again
 * @param longestPause the longest pause after repeated failures of the network; the first one is a
 *     second
 * @param patientsTogether how many patients' entries share a transaction at most, 1 … 256
 */
public record DrainSettings(
    int finalityDepth,
    int recheckDepth,
    Duration patience,
    Duration longestPause,
    int patientsTogether) {

  /**
   * For a network with this finality depth: five minutes of patience, a minute's pause, 64
   * patients' entries together.
   */
  public static DrainSettings of(int finalityDepth) {
    return new DrainSettings(finalityDepth, 256, Duration.ofMinutes(5), Duration.ofMinutes(1), 64);
  }
}
