package org.chartseal.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Bouncy Castle and Nimbus as the other side: they share no code with what they judge. */
public final class Judges {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final X9ECParameters CURVE = SECNamedCurves.getByName("secp256r1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
  public static final BigInteger ORDER = CURVE.getN();

  /** The protected header of every Chartseal signature, as the protocol writes it. */
  private static final String HEADER =
      "{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"],\"typ\":\"chartseal+1\"}";

  private Judges() {}

  public static Digest sha256(byte[] data) {
    try {
      return Digest.of(MessageDigest.getInstance("SHA-256").digest(data));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static boolean verifies(P256PublicKey key, Digest digest, Signature signature) {
    byte[] point = new byte[P256PublicKey.LENGTH + 1];
    point[0] = 4;
    System.arraycopy(key.bytes(), 0, point, 1, P256PublicKey.LENGTH);
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, new ECPublicKeyParameters(DOMAIN.getCurve().decodePoint(point), DOMAIN));
    return verifier.verifySignature(digest.bytes(), r(signature), s(signature));
  }

  public static boolean isLowS(Signature signature) {
    return s(signature).compareTo(ORDER.shiftRight(1)) <= 0;
  }

  /** RFC 7797 §3: BASE64URL(header) ‖ "." ‖ payload. */
  public static byte[] jwsSigningInput(byte[] payload) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(Base64URL.encode(HEADER).toString().getBytes(StandardCharsets.US_ASCII));
    input.write('.');
    input.writeBytes(payload);
    return input.toByteArray();
  }

  public static boolean verifiesAsJws(P256PublicKey key, byte[] payload, Signature signature)
      throws Exception {
    JWSHeader header = JWSHeader.parse(Base64URL.encode(HEADER));
    if (!header.getAlgorithm().equals(JWSAlgorithm.ES256) || header.isBase64URLEncodePayload()) {
      return false;
    }
    // JWSObject would make text of an unencoded payload; its verifier takes the bytes as they are.
    return new ECDSAVerifier(key.toJca(), Set.of("b64"))
        .verify(header, jwsSigningInput(payload), Base64URL.encode(signature.bytes()));
  }

  public static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static P256PublicKey publicKey(KeyPair pair) {
    return P256PublicKey.of((ECPublicKey) pair.getPublic());
  }

  public static byte[] agree(PrivateKey own, P256PublicKey peer) {
    try {
      KeyAgreement ecdh = KeyAgreement.getInstance("ECDH", PROVIDER);
      ecdh.init(own);
      ecdh.doPhase(peer.toJca(), true);
      return ecdh.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static BigInteger r(Signature signature) {
    return new BigInteger(1, Arrays.copyOf(signature.bytes(), 32));
  }

  private static BigInteger s(Signature signature) {
    return new BigInteger(1, Arrays.copyOfRange(signature.bytes(), 32, 64));
  }
}
