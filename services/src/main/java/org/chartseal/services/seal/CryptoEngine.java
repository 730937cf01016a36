package org.chartseal.services.seal;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.chartseal.services.seal.internal.AesGcm;
import org.chartseal.services.seal.internal.EcdsaVerifier;
import org.chartseal.services.seal.internal.JavaEcdsaVerifier;
import org.chartseal.services.seal.internal.NativeEcdsaVerifier;
import org.chartseal.services.seal.internal.NativeProvider;
import org.chartseal.signing.P256PublicKey;

/** Who computes: native code where its library loads, Java elsewhere. Both give the same bytes. */
public final class CryptoEngine {

  private final boolean isNative;
  private final AesGcm aesGcm;
  private final EcdsaVerifier ecdsa;

  private CryptoEngine(boolean isNative, AesGcm aesGcm, EcdsaVerifier ecdsa) {
    this.isNative = isNative;
    this.aesGcm = aesGcm;
    this.ecdsa = ecdsa;
  }

  /** The fastest that this machine has. */
  public static CryptoEngine best() {
    return NativeProvider.load()
        .map(provider ->
            new CryptoEngine(true, new AesGcm(provider), new NativeEcdsaVerifier(provider)))
        .orElseGet(CryptoEngine::portable);
  }

  /** Java only. */
  public static CryptoEngine portable() {
    try {
      return new CryptoEngine(
          false,
          new AesGcm(Cipher.getInstance("AES/GCM/NoPadding").getProvider()),
          new JavaEcdsaVerifier());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Whether native code computes. */
  public boolean isNative() {
    return isNative;
  }

  /** Verifies the protocol's signatures. */
  public SignatureVerifier signatureVerifier() {
    return (P256PublicKey key, byte[] payload, org.chartseal.signing.Signature signature) ->
        ecdsa.verify(key.bytes(), SigningInput.digest(payload).bytes(), signature.bytes());
  }

  AesGcm aesGcm() {
    return aesGcm;
  }
}
