package org.chartseal.signing.internal;

import java.security.PrivateKey;
import org.chartseal.signing.DeviceKey;

/** A key and what its provider signs with: a scalar in memory, or a handle. */
public record HeldKey(DeviceKey key, PrivateKey handle) {

  /** Leaves the handle out: what a provider prints of a private key is not known here. */
  @Override
  public String toString() {
    return "HeldKey[" + key.alias() + "]";
  }
}
