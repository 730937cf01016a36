package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.RelayerKey;
import org.chartseal.services.ledger.SenderTurn;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends transactions over JSON-RPC, through any endpoint that takes them. */
public final class RpcRelay implements Relay {

  private static final Logger LOG = LoggerFactory.getLogger(RpcRelay.class);

  private final LedgerNetwork network;
  private final Endpoints endpoints;
  private final SenderTurn turn;
  private final TransactionSender sender;
  private final Address account;
  private final Calls calls;

  public RpcRelay(LedgerNetwork network, Endpoints endpoints, RelayerKey key, SenderTurn turn) {
    this.network = network;
    this.endpoints = endpoints;
    this.turn = turn;
    TransactionSigner signer = new TransactionSigner(key);
    this.account = signer.address();
    this.sender = new TransactionSender(network, endpoints, signer);
    this.calls = new Calls(network);
  }

  @Override
  public Address account() {
    return account;
  }

  @Override
  public SubmitOutcome submit(Submission submission) {
    Calls.Call call = calls.of(submission);
    try {
      return turn.alone(() -> sender.send(call));
    } catch (InterruptedIOException e) {
      return new SubmitOutcome.Unavailable(LedgerFaults.STOPPED);
    } catch (IOException e) {
      LOG.warn("no turn with the relayer's account: {}", e.getClass().getSimpleName());
      return new SubmitOutcome.Unavailable(LedgerFaults.NO_TURN);
    }
  }

  @Override
  public ReceiptOutcome receipt(Hash32 transaction) {
    boolean anyAnswered = false;
    for (Endpoint endpoint : endpoints.usable()) {
      try {
        Optional<ReceiptOutcome> known = Receipts.find(endpoint.rpc(), transaction, network);
        anyAnswered = true;
        if (known.isPresent()) {
          return known.get();
        }
      } catch (JsonRpcException e) {
        LOG.info("{} did not say what became of a transaction: {}", endpoint.name(), e.kind());
      }
    }
    return anyAnswered
        ? new ReceiptOutcome.Unknown()
        : new ReceiptOutcome.Unavailable(LedgerFaults.NOTHING_ANSWERS);
  }

  @Override
  public NonceOutcome nextNonce(Deployment contract, KeyId key) {
    String data = Hex.data(new AbiCall("nonceOf").word(key.value()).encode());
    for (Endpoint endpoint : endpoints.usable()) {
      try {
        ObjectNode request = JsonRpc.object().put("to", contract.ledger().hex()).put("data", data);
        JsonNode answer =
            endpoint.rpc().call("eth_call", JsonRpc.parameters().add(request).add("latest"));
        return new NonceOutcome.Next(
            LedgerWords.field(Hex.hash(answer), 0, Integer.SIZE).longValue());
      } catch (JsonRpcException e) {
        LOG.info("{} did not give a nonce: {}", endpoint.name(), e.kind());
      }
    }
    return new NonceOutcome.Unavailable(LedgerFaults.NOTHING_ANSWERS);
  }
}
