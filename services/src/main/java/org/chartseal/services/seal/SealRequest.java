package org.chartseal.services.seal;

import java.util.List;
import java.util.Optional;

/**
 * What is to be sealed, and where.
 *
 * @param keys of the stream; they stay the caller's
 * @param slot that of the place: an organisation's or a patient's
 * @param leaves of the content, as {@link ContentLeaves#of} gives them
 * @param previous the entry before this one in its lane: present exactly when n is not 0
 * @param replaces the entry that this one corrects
 */
public record SealRequest(
    StreamKeys keys,
    Place place,
    Slot slot,
    EntryDescription entry,
    Content content,
    List<Leaf> leaves,
    Optional<EntryDigests> previous,
    Optional<EntryReference> replaces) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the leaves begin with another original or subject than the
   *     content and entry have, or the previous entry is missing or too many
   */
  public SealRequest {
    leaves = List.copyOf(leaves);
    if (leaves.size() < 2
        || !leaves.get(0).equals(Leaf.original(content.original()))
        || !leaves.get(1).equals(Leaf.subject(entry.subject()))) {
      throw new IllegalArgumentException("the leaves are not those of this content and subject");
    }
    if (previous.isPresent() == (place.n() == 0)) {
      throw new IllegalArgumentException(
          "every entry but the first of a lane names the one before");
    }
  }
}
