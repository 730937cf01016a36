package org.chartseal.services.seal;

import java.util.Optional;

/**
 * The first block of an entry, opened (§3.1).
 *
 * @param contentRoot root of the content's tree
 * @param leafCount leaves of that tree before padding
 * @param previous the entry before this one in its lane, absent in the first
 * @param replaces the entry that this one corrects
 * @param patientSignature in a patient's entry, and only there
 */
public record Manifest(
    EntryDescription entry,
    Hash32 contentRoot,
    int leafCount,
    Optional<EntryDigests> previous,
    Optional<EntryReference> replaces,
    StoredContent stored,
    Optional<EntrySignature> patientSignature) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the number of leaves is out of range, or a signature is
   *     missing or too many
   */
  public Manifest {
    if (leafCount < 1 || leafCount > ContentTree.MAX_LEAVES) {
      throw new IllegalArgumentException("a content has 1 to 2^20 leaves");
    }
    if (entry.organisation().equals(OrganisationId.PATIENTS) != patientSignature.isPresent()) {
      throw new IllegalArgumentException("a patient's entry, and no other, holds its signature");
    }
  }
}
