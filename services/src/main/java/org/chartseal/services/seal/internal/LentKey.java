package org.chartseal.services.seal.internal;

import javax.crypto.SecretKey;

/**
 * A key for JCA that lends its bytes, where a SecretKeySpec would keep a copy that nobody can wipe.
 */
final class LentKey implements SecretKey {

  private static final long serialVersionUID = 1L;

  private final String algorithm;
  private final transient byte[] bytes;

  LentKey(String algorithm, byte[] bytes) {
    this.algorithm = algorithm;
    this.bytes = bytes;
  }

  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "LentKey[…]";
  }
}
