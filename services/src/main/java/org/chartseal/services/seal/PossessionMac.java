package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;
import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.Hkdf;
import org.chartseal.services.seal.internal.Hmac;
import org.chartseal.services.seal.internal.SecretBytes;
import org.chartseal.signing.SharedSecret;

/** How a patient proves to the issuer of a card that the agreement key is theirs (§1.3). */
public final class PossessionMac {

  private PossessionMac() {}

  /**
   * The answer to the issuer's nonce; the issuer computes the same and compares.
   *
   * @param agreed what the issuer's and the patient's agreement keys agree on; the caller closes it
   */
  public static Hash32 of(SharedSecret agreed, Hash32 nonce) {
    byte[] info = ByteSink.labelled(Labels.CONFIRM).toByteArray();
    try (SecretBytes extracted = SecretBytes.owning(agreed.use(x -> Hkdf.extract(new byte[0], x)));
        SecretBytes key = extracted.expand(info)) {
      byte[] label = Labels.POSSESSION.getBytes(StandardCharsets.US_ASCII);
      return Hash32.of(key.use(bytes -> Hmac.of(bytes, label, nonce.bytes())));
    }
  }
}
