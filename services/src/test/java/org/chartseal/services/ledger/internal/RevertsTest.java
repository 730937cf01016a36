package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chartseal.services.seal.Fault;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RevertsTest {

  /** Of libraries that the contracts use; no call that the relay makes ends in them. */
  private static final Set<String> NOT_MET =
      Set.of(
          "ECDSAInvalidSignature",
          "ECDSAInvalidSignatureLength",
          "ECDSAInvalidSignatureS",
          "ERC20InvalidApprover",
          "ERC20InvalidReceiver",
          "ERC20InvalidSender",
          "ERC20InvalidSpender",
          "ERC2612ExpiredSignature",
          "ERC2612InvalidSigner",
          "InvalidAccountNonce",
          "InvalidShortString",
          "OwnableInvalidOwner",
          "SafeERC20FailedOperation",
          "StringTooLong");

  @Test
  void every_custom_error_of_the_contracts_has_its_own_words() throws IOException {
    Reverts reverts = new Reverts();
    Set<String> inContracts = new TreeSet<>();
    for (String contract : List.of("RecordLedger", "ClaimSettlement", "HealthToken")) {
      for (JsonNode entry : abi(contract)) {
        if (entry.path("type").asText().equals("error")
            && !NOT_MET.contains(entry.path("name").asText())) {
          inContracts.add(HexFormat.of().formatHex(Abi.selector(signature(entry))));
          assertThat(reverts.reason(Hex.data(Abi.selector(signature(entry)))))
              .as(signature(entry))
              .isNotEqualTo(LedgerFaults.REVERTED);
        }
      }
    }
    assertThat(reverts.selectors()).as("no error that is in no contract").isEqualTo(inContracts);
  }

  @Test
  void what_is_not_known_is_said_to_be_unknown() {
    Fault unknown = new Reverts().reason("0xdeadbeef");
    assertThat(unknown).isEqualTo(LedgerFaults.REVERTED);
    assertThat(new Reverts().reason("0x")).isEqualTo(LedgerFaults.REVERTED);
  }

  @Test
  void the_anchor_call_is_the_contracts() throws IOException {
    Set<String> functions =
        StreamSupport.stream(abi("RecordLedger").spliterator(), false)
            .filter(entry -> entry.path("type").asText().equals("function"))
            .map(RevertsTest::signature)
            .collect(Collectors.toSet());
    assertThat(functions).contains(Abi.ANCHOR);
  }

  private static JsonNode abi(String contract) throws IOException {
    String resource = "/contracts/" + contract + ".sol/" + contract + ".json";
    try (InputStream stream = RevertsTest.class.getResourceAsStream(resource)) {
      Assumptions.assumeTrue(stream != null, "the contracts are not compiled");
      return new ObjectMapper()
          .readTree(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
          .path("abi");
    }
  }

  private static String signature(JsonNode entry) {
    return entry.path("name").asText() + types(entry.path("inputs"));
  }

  private static String types(JsonNode inputs) {
    return StreamSupport.stream(inputs.spliterator(), false)
        .map(RevertsTest::type)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String type(JsonNode input) {
    String type = input.path("type").asText();
    return type.startsWith("tuple")
        ? types(input.path("components")) + type.substring("tuple".length())
        : type;
  }
}
