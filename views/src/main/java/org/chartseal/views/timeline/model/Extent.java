package org.chartseal.views.timeline.model;

import java.time.Instant;

/** How long an item lasts. */
public sealed interface Extent {

  /** It happened at its start. */
  record Moment() implements Extent {}

  /**
   * It is over.
   *
   * @param end not before the item's start
   */
  record Until(Instant end) implements Extent {}

  /** It has no end yet. */
  record Ongoing() implements Extent {}
}
