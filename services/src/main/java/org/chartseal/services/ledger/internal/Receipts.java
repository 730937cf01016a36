package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;

/** Receipts as an endpoint gives them. */
final class Receipts {

  private Receipts() {}

  /** What the endpoint knows of a transaction; empty if nothing. */
  static Optional<ReceiptOutcome> find(JsonRpc rpc, Hash32 transaction, LedgerNetwork network)
      throws JsonRpcException {
    ArrayNode hash = JsonRpc.parameters().add(Hex.data(transaction.bytes()));
    JsonNode receipt = rpc.call("eth_getTransactionReceipt", hash);
    if (!receipt.isNull()) {
      return Optional.of(mined(receipt, network));
    }
    return rpc.call("eth_getTransactionByHash", hash).isNull()
        ? Optional.empty()
        : Optional.of(new ReceiptOutcome.Pending());
  }

  private static ReceiptOutcome mined(JsonNode receipt, LedgerNetwork network)
      throws JsonRpcException {
    Set<Hash32> anchored = new HashSet<>();
    Set<Hash32> retracted = new HashSet<>();
    Set<Hash32> skipped = new HashSet<>();
    for (JsonNode log : receipt.path("logs")) {
      JsonNode topics = log.path("topics");
      if (topics.size() == 2
          && Hex.address(log.path("address")).equals(network.ledger().address())) {
        Hash32 event = Hex.hash(topics.get(0));
        Hash32 key = Hex.hash(topics.get(1));
        if (event.equals(Abi.ANCHORED)) {
          anchored.add(key);
        } else if (event.equals(Abi.RETRACTED)) {
          retracted.add(key);
        } else if (event.equals(Abi.SKIPPED)) {
          skipped.add(key);
        }
      }
    }
    JsonNode created = receipt.path("contractAddress");
    Optional<Address> contract =
        created.isTextual() ? Optional.of(Hex.address(created)) : Optional.empty();
    return new ReceiptOutcome.Mined(
        Hex.small(receipt.path("blockNumber")),
        Hex.hash(receipt.path("blockHash")),
        Hex.small(receipt.path("status")) == 1,
        anchored,
        retracted,
        skipped,
        contract);
  }
}
