package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.chartseal.signing.Digest;

/**
 * What a key signs for a payload: a JWS with one constant header and an unencoded payload (§1.1;
 * RFC 7515 §5.1, RFC 7797 §3).
 */
public final class SigningInput {

  /** The protected header, the same for every signature. */
  public static final String HEADER =
      "{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"],\"typ\":\"chartseal+1\"}";

  private static final byte[] PREFIX = prefix(HEADER);

  private SigningInput() {}

  /** SHA-256 of the signing input: what a device signs. */
  public static Digest digest(byte[] payload) {
    return Digest.of(Digests.sha256(PREFIX, payload).bytes());
  }

  /** The header, encoded, and the full stop, which an unencoded payload follows. */
  static byte[] prefix(String header) {
    byte[] json = header.getBytes(StandardCharsets.US_ASCII);
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    return (encoded + ".").getBytes(StandardCharsets.US_ASCII);
  }
}
