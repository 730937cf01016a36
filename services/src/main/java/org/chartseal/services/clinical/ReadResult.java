package org.chartseal.services.clinical;

import java.util.List;
import java.util.Map;
import org.chartseal.services.seal.Fault;

/** What became of a document that was to be read. */
public sealed interface ReadResult {

  /**
   * It was understood.
   *
   * @param entries at least one
   * @param leftOut resource types that are no clinical content (claims, payments) and how many of
   *     each were not taken; often empty
   */
  record Parsed(List<ParsedEntry> entries, Map<String, Integer> leftOut) implements ReadResult {}

  /** Nothing of it is used; the fault says why, and names neither file nor patient. */
  record Rejected(Fault fault) implements ReadResult {}
}
