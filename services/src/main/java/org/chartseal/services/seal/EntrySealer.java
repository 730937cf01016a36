package org.chartseal.services.seal;

import java.security.SecureRandom;

/** Seals entries (§3). Safe for use by several threads. */
public final class EntrySealer {

  private final CryptoEngine engine;
  private final SecureRandom random;

  /**
   * Seals with this engine.
   *
   * @param random gives every sealing its seed
   */
  public EntrySealer(CryptoEngine engine, SecureRandom random) {
    this.engine = engine;
    this.random = random;
  }

  /**
   * Seals an organisation's entry. Another call for the same place takes another seed, and so other
   * keys for everything.
   */
  public SealedEntry seal(SealRequest request) {
    try (PreparedEntry prepared = prepare(request)) {
      return prepared.seal();
    }
  }

  /**
   * Draws the seed and computes the content root; the caller has the root signed, seals and closes.
   */
  public PreparedEntry prepare(SealRequest request) {
    byte[] seed = new byte[Blocks.SEED];
    random.nextBytes(seed);
    try (EntryKey key = request.keys().entryKey(request.place())) {
      return new PreparedEntry(request, engine.aesGcm(), seed, key.sealKey(seed));
    }
  }
}
