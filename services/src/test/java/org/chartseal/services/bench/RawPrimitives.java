package org.chartseal.services.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.internal.NativeProvider;

/**
 * A process of its own that does nothing but an opening's primitives, one after the other on one
 * thread, through the same libraries and as cold as the opening.
 */
final class RawPrimitives {

  private final RandomGenerator random = RandomGenerator.getDefault();

  private RawPrimitives() {}

  /** Takes a {@link RawWork} from its input; prints the nanoseconds of each primitive. */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    RawWork work = RawWork.read(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    SignatureVerifier verifier = CryptoEngine.best().signatureVerifier();
    RawPrimitives raw = new RawPrimitives();
    System.out.println(
        "%d %d %d %d"
            .formatted(
                raw.signatures(work.signatures(), verifier),
                raw.aesGcm(work.aesGcm()),
                raw.keccak(work.keccak()),
                raw.hmac(work.hmac())));
  }

  private long signatures(List<RawWork.Signed> signed, SignatureVerifier verifier) {
    long before = System.nanoTime();
    for (RawWork.Signed one : signed) {
      if (!verifier.verify(one.key(), one.payload(), one.signature())) {
        throw new IllegalStateException("a signature that does not hold");
      }
    }
    return System.nanoTime() - before;
  }

  private long aesGcm(List<Integer> lengths) throws GeneralSecurityException {
    byte[] input = bytes(lengths);
    Provider provider = NativeProvider.load().orElse(null);
    long before = System.nanoTime();
    Cipher cipher =
        provider == null
            ? Cipher.getInstance("AES/GCM/NoPadding")
            : Cipher.getInstance("AES/GCM/NoPadding", provider);
    byte[] key = new byte[32];
    int counter = 0;
    for (int length : lengths) {
      ByteBuffer.wrap(key).putInt(++counter);
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(128, new byte[12]));
      cipher.doFinal(input, 0, length);
    }
    return System.nanoTime() - before;
  }

  private long keccak(List<Integer> lengths) {
    byte[] input = bytes(lengths);
    byte[] output = new byte[32];
    long before = System.nanoTime();
    KeccakDigest digest = new KeccakDigest(256);
    for (int length : lengths) {
      digest.update(input, 0, length);
      digest.doFinal(output, 0);
    }
    return System.nanoTime() - before;
  }

  private long hmac(List<int[]> messages) throws GeneralSecurityException {
    byte[] input = new byte[1024];
    byte[] key = new byte[32];
    byte[] output = new byte[32];
    long before = System.nanoTime();
    Mac mac = Mac.getInstance("HmacSHA256");
    for (int[] underOneKey : messages) {
      ByteBuffer.wrap(key).putInt(underOneKey[1]);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (int i = 0; i < underOneKey[1]; i++) {
        mac.update(input, 0, underOneKey[0]);
        mac.doFinal(output, 0);
      }
    }
    return System.nanoTime() - before;
  }

  private byte[] bytes(List<Integer> lengths) {
    byte[] bytes = new byte[lengths.stream().mapToInt(Integer::intValue).max().orElse(1)];
    random.nextBytes(bytes);
    return bytes;
  }
}
