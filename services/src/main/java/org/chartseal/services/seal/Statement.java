package org.chartseal.services.seal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.chartseal.services.seal.internal.ByteSink;

/**
 * What one signature says about many entries (§1.1), 120 bytes.
 *
 * @param type one whose payload is a statement
 * @param deployment chain, and the contract that is to accept it: the ledger, or for bills and
 *     settlements the settlement contract
 * @param organisation for whom it is signed
 * @param root of the tree over the leaves; in a head, the sha256 of the newest seal block
 * @param count how many leaves; in a head, the seal block's height
 * @param signedAt seconds since 1970-01-01T00:00:00Z
 */
public record Statement(
    StatementType type,
    Deployment deployment,
    OrganisationId organisation,
    Hash32 root,
    int count,
    long signedAt) {

  /** Length of the encoded form. */
  public static final int LENGTH = 120;

  /** The most leaves of one statement. */
  public static final int MAX_COUNT = 1 << 20;

  /** The leaves of a run, which are anchored together. */
  public static final int RUN = 256;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value does not fit its place
   */
  public Statement {
    if (!type.isStatement()) {
      throw new IllegalArgumentException(type + " is no statement");
    }
    boolean head = type == StatementType.HEAD;
    if (count < (head ? 0 : 1) || count > (head ? Integer.MAX_VALUE : MAX_COUNT)) {
      throw new IllegalArgumentException("a statement is about 1 to 2^20 leaves");
    }
    if (signedAt < 0) {
      throw new IllegalArgumentException("a statement is signed after 1970");
    }
  }

  /** The payload that is signed. */
  public byte[] bytes() {
    ByteSink sink = new ByteSink(LENGTH).put(type.prefix());
    deployment.writeTo(sink);
    return sink.u64(organisation.number()).put(root.bytes()).u32(count).u64(signedAt).toByteArray();
  }

  /** When it was signed. */
  public Instant signedInstant() {
    return Instant.ofEpochSecond(signedAt);
  }

  /** How many runs its leaves make. */
  public int runs() {
    return (count + RUN - 1) / RUN;
  }

  /**
   * Reads a statement of one type.
   *
   * @throws RefusedException if it is of another type, or none
   */
  public static Statement parse(StatementType type, byte[] bytes) throws RefusedException {
    if (bytes.length != LENGTH || !type.begins(bytes)) {
      throw new RefusedException(Faults.OTHER_STATEMENT);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, StatementType.LENGTH, LENGTH - StatementType.LENGTH);
    byte[] chainId = new byte[32];
    byte[] ledger = new byte[20];
    byte[] root = new byte[32];
    in.get(chainId).get(ledger);
    Deployment deployment = new Deployment(new BigInteger(1, chainId), Address.of(ledger));
    long organisation = in.getLong();
    in.get(root);
    int count = in.getInt();
    try {
      return new Statement(
          type, deployment, new OrganisationId(organisation), Hash32.of(root), count, in.getLong());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Faults.OTHER_STATEMENT);
    }
  }
}
