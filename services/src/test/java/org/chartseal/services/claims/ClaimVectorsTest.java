package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.StatementType;
import org.junit.jupiter.api.Test;

/** The layouts of protocol §8.3 and §1.1 as vectors that another implementation can use. */
class ClaimVectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  @Test
  void leaves_of_bills_and_settlements_are_what_the_vectors_say() throws IOException {
    JsonNode vectors = vectors();
    for (JsonNode v : vectors.get("bill")) {
      BillLeaf leaf =
          new BillLeaf(
              hash(v, "nullifier"),
              hash(v, "claim"),
              organisation(v, "payer"),
              v.get("amount").asLong());
      assertThat(HEX.formatHex(leaf.bytes())).isEqualTo(v.get("leaf").asText());
      assertThat(BillLeaf.parse(leaf.bytes())).isEqualTo(leaf);
    }
    for (JsonNode v : vectors.get("settle")) {
      SettleLeaf leaf =
          new SettleLeaf(
              hash(v, "nullifier"),
              hash(v, "claim"),
              organisation(v, "payee"),
              v.get("amount").asLong(),
              v.get("patientShare").asLong());
      assertThat(HEX.formatHex(leaf.bytes())).isEqualTo(v.get("leaf").asText());
      assertThat(MerkleTree.of(List.of(leaf.bytes())).root().hex())
          .isEqualTo(v.get("root").asText());
    }
  }

  @Test
  void what_is_signed_for_files_is_what_the_vectors_say() throws IOException {
    for (JsonNode v : vectors().get("file")) {
      FileStatement statement =
          FileStatement.of(
              StatementType.valueOf(v.get("type").asText()),
              HEX.parseHex(v.get("file").asText()),
              Instant.ofEpochSecond(v.get("signedAt").asLong()));
      assertThat(HEX.formatHex(statement.bytes())).isEqualTo(v.get("payload").asText());
    }
  }

  private static Hash32 hash(JsonNode node, String field) {
    return Hash32.ofHex(node.get(field).asText());
  }

  private static OrganisationId organisation(JsonNode node, String field) {
    return new OrganisationId(node.get(field).asLong());
  }

  private static JsonNode vectors() throws IOException {
    try (InputStream in = ClaimVectorsTest.class.getResourceAsStream("/vectors/claims.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
