package org.chartseal.services.claims;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.StatementType;

/**
 * What is signed for a rule pack, a decision or a ruling (protocol §1.1): {@code type(16) ‖
 * sha256(file)(32) ‖ signedAt u64}.
 *
 * @param type {@code RULEPACK}, {@code DECISION} or {@code RULING}
 * @param signedAt whole seconds
 */
public record FileStatement(StatementType type, Hash32 digest, Instant signedAt) {

  private static final Set<StatementType> TYPES =
      Set.of(StatementType.RULEPACK, StatementType.DECISION, StatementType.RULING);

  /**
   * @throws IllegalArgumentException if the type is another one
   */
  public FileStatement {
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("no file is signed as " + type);
    }
  }

  /** The statement about a file. */
  public static FileStatement of(StatementType type, byte[] file, Instant signedAt) {
    return new FileStatement(
        type, Digests.sha256(file), Instant.ofEpochSecond(signedAt.getEpochSecond()));
  }

  /** The payload that is signed. */
  public byte[] bytes() {
    return ByteBuffer.allocate(StatementType.LENGTH + 32 + 8)
        .put(type.prefix())
        .put(digest.bytes())
        .putLong(signedAt.getEpochSecond())
        .array();
  }
}
