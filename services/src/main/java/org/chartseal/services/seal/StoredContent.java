package org.chartseal.services.seal;

import java.util.List;

/** Where an entry's content is (§3.1). */
public sealed interface StoredContent {

  /** Length of the encoded content in bytes. */
  int length();

  /** In the manifest itself. */
  record Inline(Content content, int length) implements StoredContent {}

  /**
   * In blocks of their own.
   *
   * @param chunks sha256 of each chunk block, in order
   */
  record Chunked(List<Hash32> chunks, int length) implements StoredContent {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there are more or fewer chunks than the length needs
     */
    public Chunked {
      chunks = List.copyOf(chunks);
      if (length <= Blocks.MAX_INLINE
          || length > Content.MAX_LENGTH
          || chunks.size() != Blocks.chunks(length)) {
        throw new IllegalArgumentException("the chunks do not fit the length");
      }
    }
  }
}
