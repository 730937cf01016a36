package org.chartseal.services.seal.internal;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/** In Java, everywhere, by Bouncy Castle. */
public final class JavaEcdsaVerifier implements EcdsaVerifier {

  private final ECDomainParameters domain;

  public JavaEcdsaVerifier() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
    domain = new ECDomainParameters(curve);
  }

  @Override
  public boolean verify(byte[] key, byte[] digest, byte[] signature) {
    BigInteger x = new BigInteger(1, key, 0, 32);
    BigInteger y = new BigInteger(1, key, 32, 32);
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, new ECPublicKeyParameters(domain.getCurve().createPoint(x, y), domain));
    return signer.verifySignature(
        digest, new BigInteger(1, signature, 0, 32), new BigInteger(1, signature, 32, 32));
  }
}
