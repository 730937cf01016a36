package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.ByteSink;

/**
 * An entry, and what is anchored of it.
 *
 * @param manifestDigest sha256 of the manifest block
 * @param contentRoot root of the tree over the content
 */
public record EntryReference(Slot slot, Hash32 manifestDigest, Hash32 contentRoot) {

  /** The digest that stands, with the author's key, in the ledger's word (§4). */
  public Hash32 recordDigest() {
    return new EntryDigests(manifestDigest, contentRoot).recordDigest();
  }

  /** Both digests without the slot. */
  public EntryDigests digests() {
    return new EntryDigests(manifestDigest, contentRoot);
  }

  /**
   * The data of its leaf in a statement of this organisation: {@code slot ‖ recordDigest}, of a
   * patient {@code slot ‖ contentRoot} (§5).
   */
  public byte[] leaf(OrganisationId organisation) {
    Hash32 second = organisation.equals(OrganisationId.PATIENTS) ? contentRoot : recordDigest();
    return new ByteSink(64).put(slot.value().bytes()).put(second.bytes()).toByteArray();
  }
}
