package org.chartseal.services.record;

import java.util.Optional;
import org.chartseal.services.outbox.LaneKey;

/** Knows the streams behind lanes of the outbox, which names them by fingerprints only. */
@FunctionalInterface
public interface StreamFinder {

  /**
   * A stream.
   *
   * @param access in which the lane is
   * @param present in which its writer goes on: another after a new generation
   */
  record Known(StreamAccess access, StreamAccess present) {}

  /** The stream of a lane; empty if it is none of those that are known here. */
  Optional<Known> find(LaneKey lane);
}
