package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.Hmac;
import org.chartseal.services.seal.internal.SecretBytes;

/**
 * The salts of the leaves of one sealing (§4): without them a leaf cannot be guessed from its hash.
 */
public final class LeafSalts implements AutoCloseable {

  private final SecretBytes saltKey;

  LeafSalts(SecretBytes saltKey) {
    this.saltKey = saltKey;
  }

  /** The salt of one leaf. */
  public Hash32 salt(int index) {
    byte[] message = new ByteSink(16).u32(Labels.u31(index, "a leaf's index")).toByteArray();
    return Hash32.of(saltKey.use(key -> Hmac.of(key, message)));
  }

  /** HMAC under the salt key, for one thread and all leaves. */
  Hmac hmac() {
    return saltKey.use(Hmac::new);
  }

  /** Wipes the key. May be called again. */
  @Override
  public void close() {
    saltKey.close();
  }

  @Override
  public String toString() {
    return "LeafSalts[…]";
  }
}
