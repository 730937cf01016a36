package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.SecretBytes;

/**
 * The key of one sealing of an entry, from which the keys of its blocks and its salts come (§3).
 */
final class SealKey implements AutoCloseable {

  private final SecretBytes key;

  SealKey(SecretBytes key) {
    this.key = key;
  }

  SecretBytes manifestKey() {
    return key.expand(ByteSink.labelled(Labels.MANIFEST).toByteArray());
  }

  SecretBytes chunkKey(int index) {
    return key.expand(ByteSink.labelled(Labels.CHUNK).u32(index).toByteArray());
  }

  LeafSalts salts() {
    return new LeafSalts(key.expand(ByteSink.labelled(Labels.SALT).toByteArray()));
  }

  @Override
  public void close() {
    key.close();
  }
}
