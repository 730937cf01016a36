package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.SettlementOutcome.LinePayment;
import org.chartseal.services.ledger.SettlementQuery.ClaimLine;
import org.chartseal.services.seal.Hash32;

/**
 * Looks for the transactions that paid: the event says which, the transaction's receipt must hold
 * it and have succeeded, and the amount must be the proven one. Endpoints are asked one after the
 * other for what is still missing.
 */
final class PaymentReceipts {

  /** geth takes up to 1,000 alternatives of one topic. */
  private static final int CHUNK = 500;

  private final Endpoints endpoints;
  private final LedgerNetwork network;

  PaymentReceipts(Endpoints endpoints, LedgerNetwork network) {
    this.endpoints = endpoints;
    this.network = network;
  }

  Map<ClaimLine, Hash32> find(Map<ClaimLine, LinePayment> payments) {
    Map<ClaimLine, Hash32> found = new HashMap<>();
    Map<ClaimLine, LinePayment> missing = new HashMap<>(payments);
    for (Endpoint endpoint : endpoints.usable()) {
      if (missing.isEmpty()) {
        break;
      }
      try {
        found.putAll(find(endpoint.rpc(), missing));
        missing.keySet().removeAll(found.keySet());
      } catch (JsonRpcException e) {
        // Whose history is gone or out of reach knows of no receipt.
      }
    }
    return found;
  }

  private Map<ClaimLine, Hash32> find(JsonRpc rpc, Map<ClaimLine, LinePayment> payments)
      throws JsonRpcException {
    Map<Hash32, JsonNode> receipts = new HashMap<>();
    Map<ClaimLine, Hash32> found = new HashMap<>();
    List<ClaimLine> lines = List.copyOf(payments.keySet());
    for (int from = 0; from < lines.size(); from += CHUNK) {
      List<ClaimLine> asked = lines.subList(from, Math.min(from + CHUNK, lines.size()));
      for (JsonNode log : rpc.call("eth_getLogs", filter(asked))) {
        Hash32 transaction = Hex.hash(log.path("transactionHash"));
        JsonNode receipt = receipts.get(transaction);
        if (receipt == null) {
          receipt =
              rpc.call(
                  "eth_getTransactionReceipt",
                  JsonRpc.parameters().add(Hex.data(transaction.bytes())));
          receipts.put(transaction, receipt);
        }
        for (ClaimLine line : paidBy(receipt, transaction, asked, payments)) {
          found.put(line, transaction);
        }
      }
    }
    return found;
  }

  private List<ClaimLine> paidBy(
      JsonNode receipt,
      Hash32 transaction,
      List<ClaimLine> asked,
      Map<ClaimLine, LinePayment> payments)
      throws JsonRpcException {
    List<ClaimLine> paid = new ArrayList<>();
    if (receipt.isNull()
        || Hex.small(receipt.path("status")) != 1
        || !Hex.hash(receipt.path("transactionHash")).equals(transaction)) {
      return paid;
    }
    for (JsonNode log : receipt.path("logs")) {
      for (ClaimLine line : asked) {
        LinePayment payment = payments.get(line);
        if (payment != null && isPayment(log, line, payment)) {
          paid.add(line);
        }
      }
    }
    return paid;
  }

  private boolean isPayment(JsonNode log, ClaimLine line, LinePayment payment)
      throws JsonRpcException {
    JsonNode topics = log.path("topics");
    if (topics.size() != 3
        || !Hex.address(log.path("address")).equals(network.settlement().address())
        || !Hex.hash(topics.get(0)).equals(Abi.PAID)
        || !Hex.hash(topics.get(1)).equals(line.nullifier())
        || !Hex.hash(topics.get(2)).equals(line.claim())) {
      return false;
    }
    byte[] data = Hex.bytes(log.path("data"));
    return data.length == 3 * 32
        && word(data, 0).equals(BigInteger.valueOf(line.hospital().number()))
        && word(data, 1).equals(payment.amount());
  }

  private static BigInteger word(byte[] data, int index) {
    return new BigInteger(1, Arrays.copyOfRange(data, 32 * index, 32 * index + 32));
  }

  private ArrayNode filter(List<ClaimLine> lines) {
    ArrayNode parameters = JsonRpc.parameters();
    ArrayNode topics =
        parameters
            .addObject()
            .put("address", network.settlement().address().hex())
            .put("fromBlock", Hex.quantity(network.deployedAt()))
            .put("toBlock", "latest")
            .putArray("topics")
            .add(Hex.data(Abi.PAID.bytes()));
    ArrayNode nullifiers = topics.addArray();
    lines.forEach(line -> nullifiers.add(Hex.data(line.nullifier().bytes())));
    return parameters;
  }
}
