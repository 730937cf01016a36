package org.chartseal.signing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;

/** The curve P-256 (secp256r1, SEC 2 §2.4.2) and the fixed-width integers of its encodings. */
final class P256 {
  static final int FIELD_BYTES = 32;
  static final ECParameterSpec PARAMETERS = parameters();
  static final BigInteger ORDER = PARAMETERS.getOrder();

  private static final BigInteger PRIME = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
  private static final BigInteger A = PARAMETERS.getCurve().getA();
  private static final BigInteger B = PARAMETERS.getCurve().getB();

  private P256() {}

  /**
   * SEC 1 §3.2.2.1 without the step for the order: the cofactor is 1, so every point of the curve
   * is in the group.
   */
  static boolean isOnCurve(BigInteger x, BigInteger y) {
    if (!isFieldElement(x) || !isFieldElement(y)) {
      return false;
    }
    BigInteger left = y.multiply(y).mod(PRIME);
    BigInteger right = x.multiply(x).add(A).multiply(x).add(B).mod(PRIME);
    return left.equals(right);
  }

  static boolean isSameCurve(ECParameterSpec other) {
    return PARAMETERS.getCurve().equals(other.getCurve())
        && PARAMETERS.getGenerator().equals(other.getGenerator())
        && PARAMETERS.getOrder().equals(other.getOrder())
        && PARAMETERS.getCofactor() == other.getCofactor();
  }

  static BigInteger integer(byte[] bytes, int offset) {
    return new BigInteger(1, bytes, offset, FIELD_BYTES);
  }

  /** Writes a non-negative integer below 2^256 as 32 bytes, big-endian (I2OSP). */
  static void put(BigInteger value, byte[] target, int offset) {
    byte[] minimal = value.toByteArray();
    int length = Math.min(minimal.length, FIELD_BYTES);
    Arrays.fill(target, offset, offset + FIELD_BYTES - length, (byte) 0);
    System.arraycopy(
        minimal, minimal.length - length, target, offset + FIELD_BYTES - length, length);
  }

  private static boolean isFieldElement(BigInteger value) {
    return value.signum() >= 0 && value.compareTo(PRIME) < 0;
  }

  private static ECParameterSpec parameters() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime does not know the curve P-256.", e);
    }
  }
}
