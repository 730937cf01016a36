package org.chartseal.services.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;

/**
 * What the contract stores for a filled slot: {@code tag(24) ‖ anchoredAt u32 ‖ retractedAt u32}
 * (protocol §6.1).
 *
 * @param value the storage word, never zero
 */
public record Word(Hash32 value) {

  private static final int TAG = 24;
  private static final byte[] ANCHORED = "chartseal/word/1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RETRACTED =
      "chartseal/retracted/1".getBytes(StandardCharsets.US_ASCII);

  /**
   * @throws IllegalArgumentException if the word is zero, which stands for an empty slot
   */
  public Word {
    if (value.equals(Hash32.ZERO)) {
      throw new IllegalArgumentException("a zero word is an empty slot");
    }
  }

  /** Time stamp of the block that anchored the entry. */
  public Instant anchoredAt() {
    return Instant.ofEpochSecond(seconds(TAG));
  }

  /** Time stamp of the block that retracted it, if one did. */
  public Optional<Instant> retractedAt() {
    long seconds = seconds(TAG + 4);
    return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
  }

  /**
   * Whether the entry stands here unretracted under this author. False for every retracted word.
   */
  public boolean matches(Hash32 recordDigest, KeyId author) {
    return retractedAt().isEmpty()
        && hasTag(Digests.keccak256(ANCHORED, recordDigest.bytes(), author.value().bytes()));
  }

  /**
   * Whether the entry stood here under this author and was retracted by that key. False for every
   * unretracted word.
   */
  public boolean matchesRetracted(Hash32 recordDigest, KeyId author, KeyId retractor) {
    return retractedAt().isPresent()
        && hasTag(
            Digests.keccak256(
                RETRACTED,
                recordDigest.bytes(),
                author.value().bytes(),
                retractor.value().bytes()));
  }

  private boolean hasTag(Hash32 digest) {
    return Arrays.equals(value.bytes(), 0, TAG, digest.bytes(), 0, TAG);
  }

  private long seconds(int offset) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(value.bytes()).getInt(offset));
  }
}
