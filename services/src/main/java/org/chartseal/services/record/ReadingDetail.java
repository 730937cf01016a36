package org.chartseal.services.record;

/** How much of each entry an opening gives out. Everything is verified all the same. */
public enum ReadingDetail {
  /** What the entries say of themselves, and their verdicts: about a kilobyte each. */
  DESCRIPTIONS,
  /** Their contents too. */
  CONTENTS
}
