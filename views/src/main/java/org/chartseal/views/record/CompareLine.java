package org.chartseal.views.record;

import org.chartseal.services.clinical.EntryComparison;

/** A line of a comparison. */
sealed interface CompareLine {

  /** Whether the two differ in it. */
  boolean isDifferent();

  /** The name of a section, as services name it. */
  record Heading(String section, boolean isDifferent) implements CompareLine {}

  /** What both say of one thing. */
  record Values(EntryComparison.Row row) implements CompareLine {
    @Override
    public boolean isDifferent() {
      return row.difference() != EntryComparison.Difference.SAME;
    }
  }
}
