package org.chartseal.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import org.chartseal.signing.Digest;
import org.chartseal.signing.Judges;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SharedSecret;
import org.chartseal.signing.Signature;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's vectors for P-256. */
class WycheproofTest {
  private static final HexFormat HEX = HexFormat.of();

  private final KeyOperations operations = new KeyOperations(Security.getProvider("SunEC"));

  @Test
  void agreement_answers_every_ecdh_vector_as_it_should() throws IOException {
    int agreed = 0;
    int refused = 0;
    for (JsonNode group : vectors("ecdh_secp256r1_test.json").get("testGroups")) {
      for (JsonNode vector : group.get("tests")) {
        Optional<String> secret = agree(vector);
        String name = "tcId " + vector.get("tcId") + " " + vector.get("comment");
        switch (vector.get("result").asText()) {
          case "valid" -> assertThat(secret).as(name).contains(vector.get("shared").asText());
          case "invalid" -> assertThat(secret).as(name).isEmpty();
          default ->
              secret.ifPresent(
                  it -> assertThat(it).as(name).isEqualTo(vector.get("shared").asText()));
        }
        agreed += secret.isPresent() ? 1 : 0;
        refused += secret.isPresent() ? 0 : 1;
      }
    }
    assertThat(agreed).isGreaterThan(200);
    assertThat(refused).isGreaterThan(50);
  }

  @Test
  void the_signature_type_makes_no_bad_signature_good_and_no_good_one_bad() throws IOException {
    int good = 0;
    int bad = 0;
    for (JsonNode group : vectors("ecdsa_secp256r1_sha256_p1363_test.json").get("testGroups")) {
      byte[] point = HEX.parseHex(group.get("publicKey").get("uncompressed").asText());
      P256PublicKey key = P256PublicKey.of(java.util.Arrays.copyOfRange(point, 1, point.length));
      for (JsonNode vector : group.get("tests")) {
        boolean valid = vector.get("result").asText().equals("valid");
        assertThat(verifies(key, vector)).as("tcId " + vector.get("tcId")).isEqualTo(valid);
        good += valid ? 1 : 0;
        bad += valid ? 0 : 1;
      }
    }
    assertThat(good).isGreaterThan(100);
    assertThat(bad).isGreaterThan(50);
  }

  private Optional<String> agree(JsonNode vector) {
    try {
      ECPublicKey peer =
          (ECPublicKey)
              KeyFactory.getInstance("EC")
                  .generatePublic(
                      new X509EncodedKeySpec(HEX.parseHex(vector.get("public").asText())));
      P256PublicKey checked = P256PublicKey.of(peer);
      BigInteger scalar = new BigInteger(vector.get("private").asText(), 16);
      PrivateKey own =
          KeyFactory.getInstance("EC")
              .generatePrivate(new ECPrivateKeySpec(scalar, checked.toJca().getParams()));
      try (SharedSecret secret = operations.agree(own, checked)) {
        return Optional.of(secret.use(HEX::formatHex));
      }
    } catch (GeneralSecurityException | IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private static boolean verifies(P256PublicKey key, JsonNode vector) {
    Digest digest = Judges.sha256(HEX.parseHex(vector.get("msg").asText()));
    try {
      Signature signature = Signature.of(HEX.parseHex(vector.get("sig").asText()));
      return Judges.verifies(key, digest, signature);
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static JsonNode vectors(String name) throws IOException {
    Path file = Path.of(System.getProperty("chartseal.fixtures", ""), "crypto", "wycheproof", name);
    assumeTrue(
        Files.exists(file) || Boolean.getBoolean("chartseal.ci"),
        "Wycheproof's vectors are not there.");
    return new ObjectMapper().readTree(file.toFile());
  }
}
