package org.chartseal.services.seal;

import java.util.List;

/** Takes a FHIR resource apart into its leaves (§4, item 4). Safe for use by several threads. */
@FunctionalInterface
public interface LeafExtractor {

  /**
   * The resource's head leaf, then one leaf for each primitive value in document order, all with
   * the same {@code Type/id}. Nullifiers are not among them.
   *
   * @param resourceJson UTF-8
   * @throws RefusedException if it is no resource, or one that cannot be read in one way only:
   *     duplicate names, lone surrogates, null where FHIR has none
   */
  List<Leaf> leaves(byte[] resourceJson) throws RefusedException;
}
