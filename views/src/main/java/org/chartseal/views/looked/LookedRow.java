package org.chartseal.views.looked;

import java.time.LocalDate;

/** A row of the list: a day, or what was opened on it. */
sealed interface LookedRow {

  /** The rows under it are of this day. */
  record Day(LocalDate day) implements LookedRow {}

  /** Openings that are shown as one. */
  record Opening(Look look) implements LookedRow {}
}
