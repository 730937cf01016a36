package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.RelayerKey;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.seal.Address;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A mint shows every transaction that came through: the contract takes it as often as it comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayOverEndpointsTest {

  private static final BigInteger CENTS = BigInteger.valueOf(700);
  private static final String SEND = "eth_sendRawTransaction";

  private TestNetwork stage;
  private AlteringProxy proxy;
  private Address payee;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    stage = TestNetwork.open(folder);
    proxy = new AlteringProxy(stage.network().node().endpoint());
  }

  @AfterAll
  void close() {
    proxy.close();
    stage.close();
  }

  @BeforeEach
  void anotherPayee() {
    payee = RelayerKey.generate().address();
  }

  @Test
  void an_endpoint_that_swallows_its_answer_does_not_have_the_next_one_send_again() {
    proxy.inject(swallowing(SEND));
    SubmitOutcome outcome = relay(proxy.uri(), node()).submit(new Submission.Mint(payee, CENTS));
    assertThat(outcome).isInstanceOf(SubmitOutcome.Submitted.class);
    stage.mined(((SubmitOutcome.Submitted) outcome).transaction());
    assertThat(balance()).isEqualTo(CENTS);
  }

  @Test
  void an_endpoint_that_says_nothing_at_all_after_it_forwarded_leaves_the_outcome_unknown() {
    AtomicInteger sends = new AtomicInteger();
    proxy.inject((method, parameters, result) -> {
      if (method.equals(SEND)) {
        sends.incrementAndGet();
      }
      if (method.equals(SEND) || method.startsWith("eth_getTransactionReceipt")) {
        throw new IOException("swallowed");
      }
      return result;
    });
    SubmitOutcome outcome = relay(proxy.uri()).submit(new Submission.Mint(payee, CENTS));
    assertThat(outcome).isInstanceOf(SubmitOutcome.Unknown.class);
    assertThat(sends).hasValue(1);
    // Who looks at that transaction before sending again finds that there is nothing to send.
    stage.mined(((SubmitOutcome.Unknown) outcome).transaction());
    assertThat(balance()).isEqualTo(CENTS);
  }

  @Test
  void a_swallowed_answer_is_made_up_for_by_the_same_endpoints_receipt() {
    proxy.inject(swallowing(SEND));
    SubmitOutcome outcome = relay(proxy.uri()).submit(new Submission.Mint(payee, CENTS));
    assertThat(outcome).isInstanceOf(SubmitOutcome.Submitted.class);
    assertThat(balance()).isEqualTo(CENTS);
  }

  @Test
  void a_nonce_that_another_transaction_has_is_replaced_by_the_next() {
    AtomicInteger asked = new AtomicInteger();
    proxy.inject((method, parameters, result) ->
        method.equals("eth_getTransactionCount") && asked.getAndIncrement() == 0 ? zero() : result);
    SubmitOutcome outcome = relay(proxy.uri(), node()).submit(new Submission.Mint(payee, CENTS));
    assertThat(outcome).isInstanceOf(SubmitOutcome.Submitted.class);
    stage.mined(((SubmitOutcome.Submitted) outcome).transaction());
    assertThat(asked).hasValue(2);
    assertThat(balance()).isEqualTo(CENTS);
  }

  @Test
  void an_endpoint_that_cannot_be_reached_took_nothing() {
    SubmitOutcome outcome =
        relay(URI.create("http://127.0.0.1:1")).submit(new Submission.Mint(payee, CENTS));
    assertThat(outcome).isEqualTo(new SubmitOutcome.Unavailable(LedgerFaults.NOT_TAKEN));
  }

  @Test
  void who_is_interrupted_while_waiting_for_the_turn_is_told_that_nothing_was_sent()
      throws IOException {
    Relay relay = relay(node());
    SubmitOutcome outcome =
        stage
            .home()
            .senderTurn()
            .alone(() -> {
              Thread.currentThread().interrupt();
              SubmitOutcome stopped = relay.submit(new Submission.Mint(payee, CENTS));
              assertThat(Thread.interrupted()).isTrue();
              return stopped;
            });
    assertThat(outcome).isEqualTo(new SubmitOutcome.Unavailable(LedgerFaults.STOPPED));
    assertThat(balance()).isZero();
  }

  private static JsonNode zero() {
    return JsonRpc.parameters().add("0x0").get(0);
  }

  private static AlteringProxy.Fault swallowing(String swallowed) {
    return (method, parameters, result) -> {
      if (method.equals(swallowed)) {
        throw new IOException("swallowed");
      }
      return result;
    };
  }

  private BigInteger balance() {
    SettlementQuery query = new SettlementQuery(Set.of(), Set.of(), Set.of(), Set.of(payee));
    SettlementOutcome outcome = stage.connection().settlement().read(stage.head(), query);
    return ((SettlementOutcome.Proven) outcome).balances().get(payee);
  }

  private URI node() {
    return stage.network().node().endpoint();
  }

  private Relay relay(URI... endpoints) {
    LedgerNetwork own = stage.network().file().ledger();
    LedgerNetwork network =
        new LedgerNetwork(
            own.chainId(),
            List.of(endpoints),
            endpoints.length / 2 + 1,
            own.ledger(),
            own.token(),
            own.settlement(),
            own.deployedAt(),
            own.finalityDepth(),
            own.maxBlockAge());
    try {
      return new RpcRelay(
          network,
          Endpoints.of(network, Duration.ofSeconds(10)),
          stage.home().relayerKey(),
          stage.home().senderTurn());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
