package org.chartseal.services.claims.internal;

import java.util.Arrays;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.signing.Signature;

/** Reads signatures as the protocol has them (§1.1). */
final class Signatures {

  private Signatures() {}

  /** A signature; one with a high s is refused, though {@link Signature#of} would lower it. */
  static Signature read(CborReader reader) throws CborException {
    byte[] bytes = reader.bytesOf(Signature.LENGTH);
    Signature signature = Signature.of(bytes);
    if (!Arrays.equals(bytes, signature.bytes())) {
      throw new IllegalArgumentException("a signature has a high s");
    }
    return signature;
  }
}
