package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.RelayerKey;
import org.chartseal.services.ledger.SenderTurn;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.internal.TransactionSigner.Fees;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends transactions over JSON-RPC, through the first endpoint that takes them. */
public final class RpcRelay implements Relay {

  private static final Logger LOG = LoggerFactory.getLogger(RpcRelay.class);

  /** What one transaction may use (EIP-7825). */
  private static final BigInteger MOST_GAS = BigInteger.valueOf(1 << 24);

  private static final int NONCE_ATTEMPTS = 10;
  private static final Duration NONCE_PAUSE = Duration.ofMillis(20);

  private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);

  private final LedgerNetwork network;
  private final Endpoints endpoints;
  private final SenderTurn turn;
  private final TransactionSigner signer;
  private final Address account;
  private final Calls calls;
  private final Reverts reverts = new Reverts();

  public RpcRelay(LedgerNetwork network, Endpoints endpoints, RelayerKey key, SenderTurn turn) {
    this.network = network;
    this.endpoints = endpoints;
    this.turn = turn;
    this.signer = new TransactionSigner(key);
    this.account = signer.address();
    this.calls = new Calls(network);
  }

  @Override
  public Address account() {
    return account;
  }

  @Override
  public SubmitOutcome submit(Submission submission) {
    Calls.Call call = calls.of(submission);
    return turn.alone(() -> send(call));
  }

  /**
   * One endpoint that refuses may lie, so the next is asked; only when none takes it does the
   * refusal stand.
   */
  private SubmitOutcome send(Calls.Call call) {
    SubmitOutcome outcome = new SubmitOutcome.Unavailable(LedgerFaults.NOT_TAKEN);
    for (Endpoint endpoint : endpoints.usable()) {
      try {
        return new SubmitOutcome.Submitted(send(endpoint.rpc(), call));
      } catch (RejectedException e) {
        // An account can be funded; what it would send stays as right as it was.
        outcome =
            e.fault().equals(LedgerFaults.RELAYER_POOR)
                ? new SubmitOutcome.Unavailable(e.fault())
                : new SubmitOutcome.Rejected(e.fault());
      } catch (JsonRpcException e) {
        LOG.info("{} did not take a transaction: {}", endpoint.name(), e.kind());
      }
    }
    return outcome;
  }

  private Hash32 send(JsonRpc rpc, Calls.Call call) throws JsonRpcException, RejectedException {
    BigInteger gas = gas(rpc, call);
    Fees fees = fees(rpc);
    for (int attempt = 1; ; attempt++) {
      byte[] signed = signer.sign(network.chainId(), nonce(rpc), gas, fees, call.to(), call.data());
      try {
        rpc.call("eth_sendRawTransaction", JsonRpc.parameters().add(Hex.data(signed)));
        return Digests.keccak256(signed);
      } catch (JsonRpcException e) {
        if (isShortOfFunds(e)) {
          throw new RejectedException(LedgerFaults.RELAYER_POOR);
        }
        if (!hasOldNonce(e) || attempt == NONCE_ATTEMPTS) {
          throw e;
        }
        pause();
      }
    }
  }

  private BigInteger nonce(JsonRpc rpc) throws JsonRpcException {
    return Hex.number(
        rpc.call(
            "eth_getTransactionCount", JsonRpc.parameters().add(account.hex()).add("pending")));
  }

  /**
   * While a node mines it may count a transaction neither among the pending nor among the mined.
   */
  private static boolean hasOldNonce(JsonRpcException e) {
    return message(e).contains("nonce too low") || message(e).contains("replacement transaction");
  }

  private static void pause() throws JsonRpcException {
    try {
      Thread.sleep(NONCE_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw JsonRpcException.unreachable(e);
    }
  }

  /**
   * The estimate, which is also the trial run, with a margin for what changes before the
   * transaction is mined.
   */
  private BigInteger gas(JsonRpc rpc, Calls.Call call) throws JsonRpcException, RejectedException {
    BigInteger estimate;
    try {
      estimate = Hex.number(rpc.call("eth_estimateGas", JsonRpc.parameters().add(request(call))));
    } catch (JsonRpcException e) {
      throw refusal(e);
    }
    if (estimate.compareTo(MOST_GAS) > 0) {
      throw new RejectedException(LedgerFaults.TOO_LARGE);
    }
    return estimate.add(estimate.shiftRight(2)).min(MOST_GAS);
  }

  private ObjectNode request(Calls.Call call) {
    ObjectNode request = JsonRpc.object().put("from", account.hex());
    call.to().ifPresent(to -> request.put("to", to.hex()));
    return request.put("data", Hex.data(call.data()));
  }

  private RejectedException refusal(JsonRpcException e) throws JsonRpcException {
    if (e.kind() != JsonRpcException.Kind.ERROR) {
      throw e;
    }
    if (isShortOfFunds(e)) {
      return new RejectedException(LedgerFaults.RELAYER_POOR);
    }
    if (!e.revertData().isEmpty()) {
      return new RejectedException(reverts.reason(e.revertData()));
    }
    if (message(e).contains("out of gas") || message(e).contains("gas required exceeds")) {
      return new RejectedException(LedgerFaults.TOO_LARGE);
    }
    if (message(e).contains("revert")) {
      return new RejectedException(LedgerFaults.REVERTED);
    }
    throw e;
  }

  private static boolean isShortOfFunds(JsonRpcException e) {
    return message(e).contains("insufficient funds");
  }

  private static String message(JsonRpcException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
  }

  /** Twice the base fee outlasts six full blocks (EIP-1559). */
  private static Fees fees(JsonRpc rpc) throws JsonRpcException {
    JsonNode block =
        rpc.call("eth_getBlockByNumber", JsonRpc.parameters().add("latest").add(false));
    BigInteger base =
        block.hasNonNull("baseFeePerGas")
            ? Hex.number(block.get("baseFeePerGas"))
            : BigInteger.ZERO;
    BigInteger priority;
    try {
      priority = Hex.number(rpc.call("eth_maxPriorityFeePerGas", JsonRpc.parameters()));
    } catch (JsonRpcException e) {
      priority = GWEI;
    }
    return new Fees(priority, base.shiftLeft(1).add(priority));
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

  /** The contract, or the account's balance, would not allow it. */
  private static final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    RejectedException(Fault fault) {
      super(fault.code());
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }
}
