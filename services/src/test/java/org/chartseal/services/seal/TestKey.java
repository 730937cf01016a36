package org.chartseal.services.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SharedSecret;
import org.chartseal.signing.Signature;

/** A P-256 key in the open, made from a name, that signs the same way every time (RFC 6979). */
public final class TestKey {

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

  private final BigInteger secret;

  private TestKey(BigInteger secret) {
    this.secret = secret;
  }

  public static TestKey named(String name) {
    byte[] digest = Digests.sha256(name.getBytes(StandardCharsets.UTF_8)).bytes();
    return new TestKey(
        new BigInteger(1, digest).mod(CURVE.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE));
  }

  public P256PublicKey publicKey() {
    byte[] point = CURVE.getG().multiply(secret).normalize().getEncoded(false);
    return P256PublicKey.of(Arrays.copyOfRange(point, 1, 65));
  }

  public SharedSecret agree(P256PublicKey peer) {
    byte[] encoded = new byte[65];
    encoded[0] = 4;
    System.arraycopy(peer.bytes(), 0, encoded, 1, 64);
    ECPoint shared = CURVE.getCurve().decodePoint(encoded).multiply(secret).normalize();
    return SharedSecret.copyOf(shared.getAffineXCoord().getEncoded());
  }

  public Signature sign(byte[] payload) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
    BigInteger[] rs = signer.generateSignature(SigningInput.digest(payload).bytes());
    byte[] signature = new byte[64];
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, rs[0]), 0, signature, 0, 32);
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, rs[1]), 0, signature, 32, 32);
    return Signature.of(signature);
  }

  public SignedStatement sign(Statement statement) {
    return new SignedStatement(statement, publicKey(), sign(statement.bytes()));
  }
}
