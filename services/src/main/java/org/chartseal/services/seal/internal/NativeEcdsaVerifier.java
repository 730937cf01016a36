package org.chartseal.services.seal.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** By a JCA provider that is quick at it. */
public final class NativeEcdsaVerifier implements EcdsaVerifier {

  /**
   * SubjectPublicKeyInfo of a P-256 key up to its coordinates (RFC 5480 §2): the provider parses it
   * faster than a key specification.
   */
  private static final byte[] SPKI =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

  private final Provider provider;

  public NativeEcdsaVerifier(Provider provider) {
    this.provider = provider;
  }

  @Override
  public boolean verify(byte[] key, byte[] digest, byte[] signature) {
    try {
      byte[] spki = ByteBuffer.allocate(SPKI.length + key.length).put(SPKI).put(key).array();
      Signature verifier = Signature.getInstance("NONEwithECDSA", provider);
      verifier.initVerify(
          KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(spki)));
      verifier.update(digest);
      return verifier.verify(der(signature));
    } catch (SignatureException | InvalidKeySpecException | InvalidKeyException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider's ECDSA cannot be used", e);
    }
  }

  /**
   * {@code SEQUENCE { r INTEGER, s INTEGER }} (RFC 3279 §2.2.3), which is shorter than 128 bytes.
   */
  private static byte[] der(byte[] signature) {
    byte[] r = integer(signature, 0);
    byte[] s = integer(signature, 32);
    return ByteBuffer.allocate(2 + r.length + s.length)
        .put((byte) 0x30)
        .put((byte) (r.length + s.length))
        .put(r)
        .put(s)
        .array();
  }

  private static byte[] integer(byte[] signature, int offset) {
    int start = offset;
    while (start < offset + 31 && signature[start] == 0) {
      start++;
    }
    int sign = signature[start] < 0 ? 1 : 0;
    int length = offset + 32 - start;
    byte[] encoded = new byte[2 + sign + length];
    encoded[0] = 2;
    encoded[1] = (byte) (sign + length);
    System.arraycopy(signature, start, encoded, 2 + sign, length);
    return encoded;
  }
}
