package org.chartseal.services.outbox;

import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.Place;

/** The place that an entry is to be sealed for, and what stands before it in its lane. */
public record Position(LaneKey lane, Place place, Predecessor predecessor) {

  /** What the manifest has to name as {@code previous}. */
  public sealed interface Predecessor {
    /** Nothing: index 0. */
    record None() implements Predecessor {}

    /** An entry that was sealed before. */
    record Known(EntryDigests digests) implements Predecessor {}

    /**
     * The entry that is being sealed in the same call for the position with this index in its list.
     */
    record InThisCall(int index) implements Predecessor {}
  }
}
