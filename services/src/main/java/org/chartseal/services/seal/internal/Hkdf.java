package org.chartseal.services.seal.internal;

import java.util.Arrays;

/** HKDF with SHA-256 (RFC 5869). */
public final class Hkdf {

  private Hkdf() {}

  /** HKDF-Extract. An empty salt stands for 32 zero bytes, as RFC 5869 §2.2 has it. */
  public static byte[] extract(byte[] salt, byte[] inputKey) {
    return Hmac.of(salt, inputKey);
  }

  /**
   * HKDF-Expand.
   *
   * @param length at most 255 · 32 bytes
   * @throws IllegalArgumentException if it is more
   */
  public static byte[] expand(byte[] key, byte[] info, int length) {
    if (length < 1 || length > 255 * Hmac.LENGTH) {
      throw new IllegalArgumentException("HKDF makes 1 to 8160 bytes");
    }
    Hmac hmac = new Hmac(key);
    byte[] output = new byte[length];
    byte[] block = {};
    for (int done = 0, counter = 1; done < length; done += Hmac.LENGTH, counter++) {
      byte[] previous = block;
      block = hmac.update(previous).update(info).update(new byte[] {(byte) counter}).finish();
      Arrays.fill(previous, (byte) 0);
      System.arraycopy(block, 0, output, done, Math.min(Hmac.LENGTH, length - done));
    }
    Arrays.fill(block, (byte) 0);
    return output;
  }
}
