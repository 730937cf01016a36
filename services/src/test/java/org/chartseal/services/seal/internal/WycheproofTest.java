package org.chartseal.services.seal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Fixtures;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Project Wycheproof's vectors, and EIP-7951's, on every implementation that is used here. */
class WycheproofTest {

  private static final String FOLDER = "crypto/wycheproof/";

  static Stream<EcdsaVerifier> verifiers() {
    Stream<EcdsaVerifier> quick =
        NativeProvider.load().<EcdsaVerifier>map(NativeEcdsaVerifier::new).stream();
    return Stream.concat(quick, Stream.of(new JavaEcdsaVerifier()));
  }

  static Stream<AesGcm> ciphers() throws java.security.GeneralSecurityException {
    Stream<AesGcm> quick = NativeProvider.load().map(AesGcm::new).stream();
    return Stream.concat(
        quick,
        Stream.of(new AesGcm(javax.crypto.Cipher.getInstance("AES/GCM/NoPadding").getProvider())));
  }

  /** Runs each vector of a file; a vector is a group and a test. */
  private static int run(String file, BiPredicate<JsonNode, JsonNode> accepts) {
    int count = 0;
    for (JsonNode group : Fixtures.json(FOLDER + file).get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        boolean valid = test.get("result").asText().equals("valid");
        assertThat(accepts.test(group, test)).as(file + " " + test.get("tcId")).isEqualTo(valid);
        count++;
      }
    }
    return count;
  }

  private static byte[] hex(JsonNode node, String name) {
    return HexFormat.of().parseHex(node.get(name).asText());
  }

  @ParameterizedTest
  @MethodSource("verifiers")
  void p1363_signatures_are_judged_as_wycheproof_says(EcdsaVerifier verifier) {
    int count =
        run(
            "ecdsa_secp256r1_sha256_p1363_test.json",
            (group, test) -> verify(verifier, group, hex(test, "msg"), hex(test, "sig")));
    assertThat(count).isGreaterThan(200);
  }

  @ParameterizedTest
  @MethodSource("verifiers")
  void der_signatures_are_judged_as_wycheproof_says(EcdsaVerifier verifier) {
    int count =
        run(
            "ecdsa_secp256r1_sha256_test.json",
            (group, test) ->
                fromDer(hex(test, "sig"))
                    .map(signature -> verify(verifier, group, hex(test, "msg"), signature))
                    .orElse(false));
    assertThat(count).isGreaterThan(400);
  }

  @ParameterizedTest
  @MethodSource("verifiers")
  void the_vectors_of_the_contracts_precompile_are_judged_alike(EcdsaVerifier verifier) {
    int count = 0;
    for (JsonNode vector : Fixtures.json("crypto/p256verify/eip7951.json")) {
      byte[] input = hex(vector, "Input");
      boolean valid = vector.get("Expected").asText().endsWith("1");
      if (input.length == 160) {
        assertThat(
                verify(
                    verifier,
                    Arrays.copyOfRange(input, 96, 160),
                    Arrays.copyOf(input, 32),
                    Arrays.copyOfRange(input, 32, 96)))
            .as(vector.get("Name").asText())
            .isEqualTo(valid);
        count++;
      }
    }
    assertThat(count).isGreaterThan(100);
  }

  private static boolean verify(
      EcdsaVerifier verifier, JsonNode group, byte[] message, byte[] signature) {
    byte[] key = HexFormat.of().parseHex(group.at("/publicKey/uncompressed").asText());
    return verify(
        verifier, Arrays.copyOfRange(key, 1, 65), Digests.sha256(message).bytes(), signature);
  }

  /** As the product does: through the types that refuse what is out of range. */
  private static boolean verify(
      EcdsaVerifier verifier, byte[] key, byte[] digest, byte[] signature) {
    try {
      return verifier.verify(
          P256PublicKey.of(key).bytes(), digest, Signature.of(signature).bytes());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<byte[]> fromDer(byte[] der) {
    try {
      if (der.length == 0) {
        return Optional.empty();
      }
      ASN1Primitive parsed = ASN1Primitive.fromByteArray(der);
      if (!Arrays.equals(parsed.getEncoded("DER"), der)
          || !(parsed instanceof ASN1Sequence rs)
          || rs.size() != 2) {
        return Optional.empty();
      }
      byte[] signature = new byte[64];
      for (int i = 0; i < 2; i++) {
        BigInteger value = ((ASN1Integer) rs.getObjectAt(i)).getValue();
        if (value.signum() < 0 || value.bitLength() > 256) {
          return Optional.empty();
        }
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, value), 0, signature, 32 * i, 32);
      }
      return Optional.of(signature);
    } catch (java.io.IOException
        | ClassCastException
        | IllegalArgumentException
        | IllegalStateException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("ciphers")
  void aes_256_gcm_opens_and_refuses_as_wycheproof_says(AesGcm cipher) {
    int count = 0;
    for (JsonNode group : Fixtures.json(FOLDER + "aes_gcm_test.json").get("testGroups")) {
      if (group.get("keySize").asInt() == 256
          && group.get("ivSize").asInt() == 96
          && group.get("tagSize").asInt() == 128) {
        for (JsonNode test : group.get("tests")) {
          open(cipher, test);
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(50);
  }

  private static void open(AesGcm cipher, JsonNode test) {
    byte[] sealed = HexFormat.of().parseHex(test.get("ct").asText() + test.get("tag").asText());
    try (SecretBytes key = SecretBytes.copyOf(hex(test, "key"))) {
      Optional<byte[]> opened = cipher.open(key, hex(test, "iv"), hex(test, "aad"), sealed, 0);
      if (test.get("result").asText().equals("valid")) {
        assertThat(opened).as(test.get("tcId").asText()).hasValue(hex(test, "msg"));
      } else {
        assertThat(opened).as(test.get("tcId").asText()).isEmpty();
      }
    }
  }

  @Test
  void hkdf_is_as_wycheproof_says() {
    int count =
        run(
            "hkdf_sha256_test.json",
            (group, test) -> {
              try {
                byte[] key = Hkdf.extract(hex(test, "salt"), hex(test, "ikm"));
                return Arrays.equals(
                    Hkdf.expand(key, hex(test, "info"), test.get("size").asInt()),
                    hex(test, "okm"));
              } catch (IllegalArgumentException e) {
                return false;
              }
            });
    assertThat(count).isGreaterThan(50);
  }

  @Test
  void hmac_is_as_wycheproof_says() {
    int count =
        run(
            "hmac_sha256_test.json",
            (group, test) -> {
              byte[] code = Hmac.of(hex(test, "key"), hex(test, "msg"));
              return Arrays.equals(
                  Arrays.copyOf(code, group.get("tagSize").asInt() / 8), hex(test, "tag"));
            });
    assertThat(count).isGreaterThan(100);
  }
}
