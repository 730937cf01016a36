package org.chartseal.services.clinical;

import org.chartseal.services.clinical.DocumentView.Coded;

/** What a clinician may want to know before they sign what they write. */
public sealed interface NoteHint {

  /** The statement of the record from which it comes. */
  Stated because();

  /** The record names an allergy to what is prescribed, and nothing says that it is over. */
  record Allergy(Coded medicine, Stated because) implements NoteHint {}

  /**
   * What is ordered was done not long ago.
   *
   * @param because the newest of them
   * @param daysAgo 0 for the same day
   */
  record SameTest(Coded order, Stated because, long daysAgo) implements NoteHint {}

  /** What is prescribed is taken already. */
  record TakenAlready(Coded medicine, Stated because) implements NoteHint {}
}
