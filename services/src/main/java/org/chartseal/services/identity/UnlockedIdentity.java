package org.chartseal.services.identity;

import org.chartseal.services.seal.SigningInput;
import org.chartseal.signing.AgreeOutcome;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SignOutcome;

/**
 * The two keys of a party on a device whose PIN was verified.
 *
 * @param session the open session; whoever opened it closes it
 * @param signing the key for statements
 * @param agreement the key for pair secrets
 */
public record UnlockedIdentity(DeviceSession session, DeviceKey signing, DeviceKey agreement)
    implements AutoCloseable {

  /**
   * Signs a payload of the protocol as a JWS (protocol §1.1).
   *
   * @param payload begins with its 16-byte type
   */
  public SignOutcome sign(byte[] payload) {
    return session.sign(signing, SigningInput.digest(payload));
  }

  /** Agrees on a secret with another party's agreement key. */
  public AgreeOutcome agree(P256PublicKey peer) {
    return session.agree(agreement, peer);
  }

  /** Locks the device and wipes what the session held. */
  @Override
  public void close() {
    session.close();
  }
}
