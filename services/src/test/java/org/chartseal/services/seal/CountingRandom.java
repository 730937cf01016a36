package org.chartseal.services.seal;

import java.security.SecureRandom;

/** The same bytes every time, for vectors. */
final class CountingRandom extends SecureRandom {

  private static final long serialVersionUID = 1L;

  private byte next;

  @Override
  public void nextBytes(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = next++;
    }
  }
}
