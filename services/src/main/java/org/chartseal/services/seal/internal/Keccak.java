package org.chartseal.services.seal.internal;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum uses it, for one thread and many messages. */
public final class Keccak {

  /** Length of a digest. */
  public static final int LENGTH = 32;

  private final KeccakDigest digest = new KeccakDigest(256);

  /** Adds to the message. */
  public Keccak update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
    return this;
  }

  /** Adds to the message. */
  public Keccak update(byte[] bytes) {
    return update(bytes, 0, bytes.length);
  }

  /** Adds one byte to the message. */
  public Keccak update(byte one) {
    digest.update(one);
    return this;
  }

  /** Ends the message, writes the digest to {@code target} and begins the next. */
  public void finish(byte[] target, int offset) {
    digest.doFinal(target, offset);
  }
}
