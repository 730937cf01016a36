package org.chartseal.app.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.chartseal.app.wiring.CryptoWiring;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SigningInput;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.SignOutcome;

/**
 * Proof that an unlocked device has the key that its certificate names: it signs what was drawn
 * just now (protocol §1.1). A certificate alone, which anybody may copy, proves nothing.
 */
public final class KeyProof {

  private static final int TYPE = 16;
  private static final int CHALLENGE = 32;
  private static final byte[] NAME = "device-proof/1".getBytes(StandardCharsets.US_ASCII);

  private final CryptoWiring crypto;

  public KeyProof(CryptoWiring crypto) {
    this.crypto = crypto;
  }

  /**
   * Has a key sign, and forgets the signature.
   *
   * @throws RefusedException CS-DEV-04 if the signature is another key's; the device's own fault if
   *     it does not sign
   */
  public void demand(DeviceSession session, DeviceKey key) throws RefusedException {
    byte[] challenge = new byte[CHALLENGE];
    crypto.random().nextBytes(challenge);
    byte[] payload =
        ByteBuffer.allocate(TYPE + CHALLENGE).put(NAME).position(TYPE).put(challenge).array();
    switch (session.sign(key, SigningInput.digest(payload))) {
      case SignOutcome.SignRefused(DeviceFault fault) ->
          throw new RefusedException(new Fault(fault.code().shortCode(), fault.sentence()));
      case SignOutcome.Signed(var signature) -> {
        if (!crypto.verifier().verify(key.publicKey(), payload, signature)) {
          throw new RefusedException(
              new Fault(
                  "CS-DEV-04",
                  "The token signs with another key than its certificate names. Nothing was changed. Have its keys made anew."));
        }
      }
    }
  }
}
