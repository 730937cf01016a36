package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;

/**
 * What is anchored of an entry.
 *
 * @param manifestDigest sha256 of the manifest block
 * @param contentRoot root of the tree over the content
 */
public record EntryDigests(Hash32 manifestDigest, Hash32 contentRoot) {

  private static final byte[] LABEL = Labels.RECORD.getBytes(StandardCharsets.US_ASCII);

  /** The digest that stands, with the author's key, in the ledger's word (§4). */
  public Hash32 recordDigest() {
    return Digests.keccak256(LABEL, manifestDigest.bytes(), contentRoot.bytes());
  }
}
