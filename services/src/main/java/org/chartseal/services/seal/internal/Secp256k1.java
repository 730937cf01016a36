package org.chartseal.services.seal.internal;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** The curve secp256k1 (SEC 2 §2.4.1) of Ethereum's keys. */
public final class Secp256k1 {

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

  /** Order q of the group. */
  public static final BigInteger ORDER = CURVE.getN();

  private Secp256k1() {}

  /**
   * Reads a compressed point.
   *
   * @throws IllegalArgumentException if it is none, or infinity
   */
  public static ECPoint point(byte[] compressed) {
    if (compressed.length != 33 || (compressed[0] != 2 && compressed[0] != 3)) {
      throw new IllegalArgumentException("a slot point is a compressed point of 33 bytes");
    }
    return CURVE.getCurve().decodePoint(compressed);
  }

  /** {@code scalar · G}. */
  public static ECPoint times(BigInteger scalar) {
    return new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize();
  }

  /** The 20 bytes of the Ethereum address of a point. */
  public static byte[] address(ECPoint point) {
    ECPoint affine = point.normalize();
    byte[] digest = new byte[Keccak.LENGTH];
    new Keccak().update(affine.getEncoded(false), 1, 64).finish(digest, 0);
    return Arrays.copyOfRange(digest, 12, 32);
  }

  /**
   * Signs a digest with ECDSA, deterministically (RFC 6979), with a low s.
   *
   * @return r, s, and the parity of R's y-coordinate as 0 or 1
   */
  public static BigInteger[] sign(BigInteger key, byte[] digest) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(key, DOMAIN));
    BigInteger[] signature = signer.generateSignature(digest);
    BigInteger r = signature[0];
    BigInteger s = signature[1];
    if (s.compareTo(ORDER.shiftRight(1)) > 0) {
      s = ORDER.subtract(s);
    }
    ECPoint own = times(key);
    for (int parity = 0; parity < 2; parity++) {
      if (own.equals(recover(r, s, parity, digest))) {
        return new BigInteger[] {r, s, BigInteger.valueOf(parity)};
      }
    }
    throw new IllegalStateException("a signature whose R exceeds the order, which does not occur");
  }

  /**
   * The public key that made a signature (SEC 1 §4.1.6), r being below the order as it nearly
   * always is.
   */
  public static ECPoint recover(BigInteger r, BigInteger s, int parity, byte[] digest) {
    byte[] compressed = new byte[33];
    compressed[0] = (byte) (2 + parity);
    byte[] x = BigIntegers.asUnsignedByteArray(32, r);
    System.arraycopy(x, 0, compressed, 1, 32);
    ECPoint point = CURVE.getCurve().decodePoint(compressed);
    BigInteger inverse = r.modInverse(ORDER);
    BigInteger e = new BigInteger(1, digest);
    return ECAlgorithms.sumOfTwoMultiplies(
            CURVE.getG(),
            e.negate().multiply(inverse).mod(ORDER),
            point,
            s.multiply(inverse).mod(ORDER))
        .normalize();
  }
}
