package org.chartseal.services.outbox.internal;

import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** What the chain says about a job's place at one block. */
sealed interface Finding {

  /** What was to happen has happened. */
  record Own(Hash32 word) implements Finding {}

  /** Something else has happened in its place. */
  record Other(Hash32 word, Fault fault) implements Finding {}

  /** Nothing has happened. */
  record Nothing() implements Finding {}

  /** It cannot be told now. */
  record Unclear() implements Finding {}
}
