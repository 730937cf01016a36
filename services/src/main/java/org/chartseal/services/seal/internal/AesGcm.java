package org.chartseal.services.seal.internal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a nonce of zeros (NIST SP 800-38D): right only because each key encrypts one
 * message (§3). Safe for use by several threads.
 */
public final class AesGcm {

  /** Length of the tag behind the ciphertext. */
  public static final int TAG = 16;

  private static final byte[] NONCE = new byte[12];

  private final Provider provider;

  /** Uses the cipher of this provider. */
  public AesGcm(Provider provider) {
    this.provider = provider;
  }

  /** Encrypts; the tag follows the ciphertext. */
  public byte[] seal(SecretBytes key, byte[] associated, byte[] plaintext) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, NONCE, associated).doFinal(plaintext);
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  /**
   * Decrypts what follows an offset, or gives nothing if key, associated data, ciphertext and tag
   * do not belong together.
   */
  public Optional<byte[]> open(SecretBytes key, byte[] associated, byte[] input, int offset) {
    return open(key, NONCE, associated, input, offset);
  }

  Optional<byte[]> open(
      SecretBytes key, byte[] nonce, byte[] associated, byte[] input, int offset) {
    if (input.length - offset < TAG) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, associated);
      return Optional.of(cipher.doFinal(input, offset, input.length - offset));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private Cipher cipher(int mode, SecretBytes key, byte[] nonce, byte[] associated) {
    // Inside the loan, so that a key that is wiped meanwhile cannot become a key of zeros.
    return key.use(bytes -> {
      try {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(mode, new LentKey("AES", bytes), new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(associated);
        return cipher;
      } catch (GeneralSecurityException e) {
        throw unusable(e);
      }
    });
  }

  private static IllegalStateException unusable(GeneralSecurityException cause) {
    return new IllegalStateException("the provider's AES-GCM cannot be used", cause);
  }
}
