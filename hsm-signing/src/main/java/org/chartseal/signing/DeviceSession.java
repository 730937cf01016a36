package org.chartseal.signing;

/**
 * A device whose PIN was verified. {@link #close()} locks it and forgets what was held.
 *
 * <p>Calls may block on hardware and may be made from any thread. After {@code close()}, or once
 * the device is gone, every call answers with a fault.
 */
public interface DeviceSession extends AutoCloseable {

  /** Signs a digest (ECDSA, FIPS 186-5 §6.4) with a signing key of this device. */
  SignOutcome sign(DeviceKey key, Digest digest);

  /**
   * Agrees (ECDH, SEC 1 §3.3.1) between an agreement key of this device and another party's public
   * key.
   */
  AgreeOutcome agree(DeviceKey key, P256PublicKey peer);

  /** Locks the device. May be called again. */
  @Override
  void close();
}
