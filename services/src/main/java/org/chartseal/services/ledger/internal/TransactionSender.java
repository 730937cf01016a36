package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.internal.TransactionSigner.Fees;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a call once and offers the same bytes to every endpoint: whatever they do with them, one
 * transaction comes of it. Another nonce is taken only when no endpoint can have taken the last.
 */
final class TransactionSender {

  private static final Logger LOG = LoggerFactory.getLogger(TransactionSender.class);

  /** What one transaction may use (EIP-7825). */
  private static final BigInteger MOST_GAS = BigInteger.valueOf(1 << 24);

  private static final int NONCE_ATTEMPTS = 10;
  private static final Duration NONCE_PAUSE = Duration.ofMillis(20);

  private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);

  private final LedgerNetwork network;
  private final Endpoints endpoints;
  private final TransactionSigner signer;
  private final Reverts reverts = new Reverts();

  TransactionSender(LedgerNetwork network, Endpoints endpoints, TransactionSigner signer) {
    this.network = network;
    this.endpoints = endpoints;
    this.signer = signer;
  }

  /**
   * One endpoint that refuses may lie, so the next is asked; only when none takes it does the
   * refusal stand.
   */
  SubmitOutcome send(Calls.Call call) {
    SubmitOutcome outcome = new SubmitOutcome.Unavailable(LedgerFaults.NOT_TAKEN);
    for (Endpoint endpoint : endpoints.usable()) {
      try {
        Offered offered = send(endpoint, call);
        switch (offered.state()) {
          case TAKEN -> {
            return new SubmitOutcome.Submitted(offered.transaction());
          }
          case UNKNOWN -> {
            return new SubmitOutcome.Unknown(offered.transaction(), LedgerFaults.PERHAPS_TAKEN);
          }
          case POOR -> outcome = new SubmitOutcome.Unavailable(LedgerFaults.RELAYER_POOR);
          case NONCE_USED, REFUSED -> LOG.info("no endpoint took a transaction");
        }
      } catch (RejectedException e) {
        // An account can be funded; what it would send stays as right as it was.
        outcome =
            e.fault().equals(LedgerFaults.RELAYER_POOR)
                ? new SubmitOutcome.Unavailable(e.fault())
                : new SubmitOutcome.Rejected(e.fault());
      } catch (JsonRpcException e) {
        LOG.info("{} did not prepare a transaction: {}", endpoint.name(), e.kind());
      }
    }
    return outcome;
  }

  private enum State {
    /** An endpoint has it, or it is in a block. */
    TAKEN,
    /** One may have it: it did not answer. */
    UNKNOWN,
    /** Another transaction of the account has its nonce; no endpoint has this one. */
    NONCE_USED,
    /** The account cannot pay; no endpoint has it. */
    POOR,
    /** No endpoint has it. */
    REFUSED
  }

  private record Offered(Hash32 transaction, State state) {}

  /** Prepares it with one endpoint's help, and offers it to that one first. */
  private Offered send(Endpoint preparing, Calls.Call call)
      throws JsonRpcException, RejectedException {
    JsonRpc rpc = preparing.rpc();
    BigInteger gas = gas(rpc, call);
    Fees fees = fees(rpc);
    List<Endpoint> order = new ArrayList<>(endpoints.usable());
    order.remove(preparing);
    order.addFirst(preparing);
    for (int attempt = 1; ; attempt++) {
      byte[] signed = signer.sign(network.chainId(), nonce(rpc), gas, fees, call.to(), call.data());
      Hash32 transaction = Digests.keccak256(signed);
      State state = offer(signed, transaction, order);
      if (state != State.NONCE_USED || attempt == NONCE_ATTEMPTS) {
        return new Offered(transaction, state);
      }
      // While a node mines it may count a transaction neither among the pending nor among the
      // mined.
      pause();
    }
  }

  private State offer(byte[] signed, Hash32 transaction, List<Endpoint> order) {
    boolean perhaps = false;
    State state = State.REFUSED;
    for (Endpoint endpoint : order) {
      State said = offer(signed, transaction, endpoint);
      if (said == State.TAKEN) {
        return State.TAKEN;
      }
      perhaps |= said == State.UNKNOWN;
      if (said == State.NONCE_USED && !perhaps) {
        // Offered to a node that lags, it would wait there for ever.
        return State.NONCE_USED;
      }
      if (said == State.POOR) {
        state = State.POOR;
      }
    }
    if (!perhaps) {
      return state;
    }
    return order.stream().anyMatch(endpoint -> knows(endpoint, transaction))
        ? State.TAKEN
        : State.UNKNOWN;
  }

  private State offer(byte[] signed, Hash32 transaction, Endpoint endpoint) {
    JsonRpc rpc;
    try {
      rpc = endpoint.rpc();
    } catch (JsonRpcException e) {
      return State.REFUSED;
    }
    try {
      rpc.call("eth_sendRawTransaction", JsonRpc.parameters().add(Hex.data(signed)));
      return State.TAKEN;
    } catch (JsonRpcException e) {
      LOG.info("{} did not say that it took a transaction: {}", endpoint.name(), e.kind());
      return judge(e, endpoint, transaction);
    }
  }

  private State judge(JsonRpcException e, Endpoint endpoint, Hash32 transaction) {
    if (e.kind() != JsonRpcException.Kind.ERROR) {
      return neverLeft(e) ? State.REFUSED : State.UNKNOWN;
    }
    if (message(e).contains("already known") || message(e).contains("already imported")) {
      return State.TAKEN;
    }
    if (message(e).contains("nonce too low") || message(e).contains("replacement transaction")) {
      return knows(endpoint, transaction) ? State.TAKEN : State.NONCE_USED;
    }
    return isShortOfFunds(e) ? State.POOR : State.REFUSED;
  }

  /** No connection was made, so that nothing went over it. */
  private static boolean neverLeft(JsonRpcException e) {
    return e.getCause() instanceof ConnectException
        || e.getCause() instanceof HttpConnectTimeoutException;
  }

  private boolean knows(Endpoint endpoint, Hash32 transaction) {
    try {
      return Receipts.find(endpoint.rpc(), transaction, network).isPresent();
    } catch (JsonRpcException e) {
      return false;
    }
  }

  private BigInteger nonce(JsonRpc rpc) throws JsonRpcException {
    ArrayNode account = JsonRpc.parameters().add(signer.address().hex());
    return Hex.number(rpc.call("eth_getTransactionCount", account.add("pending")));
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
    ObjectNode request = JsonRpc.object().put("from", signer.address().hex());
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
