package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.ledger.TestRuns;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.seal.OrganisationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A node whose head moves between the question for it and the proofs of its state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovingNodeTest {

  private static final OrganisationId HOSPITAL = new OrganisationId(7);

  private final TestKey hospital = new TestKey();
  private final AtomicInteger asked = new AtomicInteger();
  private TestNetwork stage;
  private AlteringProxy proxy;
  private TestRuns runs;
  private RpcProvenLedger ledger;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    stage = TestNetwork.open(folder);
    stage.register(7, Set.of(OrganisationRole.PROVIDER), hospital);
    runs = TestRuns.of(stage.deployment(), HOSPITAL, hospital, "entry", 3);
    stage.mined(runs.run(0));
    proxy = new AlteringProxy(stage.network().node().endpoint());
  }

  @AfterAll
  void close() {
    proxy.close();
    stage.close();
  }

  @BeforeEach
  void fresh() {
    asked.set(0);
    proxy.inject((method, parameters, result) -> result);
    LedgerNetwork own = stage.network().file().ledger();
    LedgerNetwork network =
        new LedgerNetwork(
            own.chainId(),
            List.of(proxy.uri()),
            1,
            own.ledger(),
            own.token(),
            own.settlement(),
            own.deployedAt(),
            own.finalityDepth(),
            own.maxBlockAge());
    ledger =
        new RpcProvenLedger(
            network,
            Endpoints.of(network, Duration.ofSeconds(5)),
            stage.home().headMemory(),
            InstantSource.system());
  }

  @Test
  void what_a_node_says_of_the_block_that_it_takes_in_is_asked_again() {
    BlockRef head = stage.head();
    proxy.inject((method, parameters, result) ->
        method.equals("eth_getProof") && asked.getAndIncrement() < 2
            ? proof(parameters, block(head.number() - 1))
            : result);
    ReadOutcome.Proven proven = (ReadOutcome.Proven) ledger.read(head, query());
    assertThat(proven.slots()).allSatisfy((slot, state) -> assertFilled(state));
    assertThat(proven.faults()).isEmpty();
  }

  @Test
  void a_node_that_mined_between_the_head_and_the_proof_is_read_at_its_newer_block() {
    BlockRef before = stage.head();
    proxy.inject((method, parameters, result) -> {
      if (!method.equals("eth_getProof") || !isAbout(parameters, before)) {
        return result;
      }
      if (asked.getAndIncrement() == 0) {
        mine();
      }
      return proof(parameters, block("latest"));
    });
    ReadOutcome.Proven proven = (ReadOutcome.Proven) new NewestBlock(ledger).read(query());
    assertThat(proven.at().number()).isGreaterThan(before.number());
    assertThat(proven.slots()).allSatisfy((slot, state) -> assertFilled(state));
    assertNotLeftOut();
  }

  @Test
  void a_node_that_gave_up_its_head_is_read_at_the_one_that_it_has_instead() {
    TestRuns lost = TestRuns.of(stage.deployment(), HOSPITAL, hospital, "given up", 1);
    long block = stage.mined(lost.run(0)).block();
    BlockRef before = stage.head();
    long depth = before.number() - block + 1;
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getProof") && isAbout(parameters, before)) {
        if (asked.getAndIncrement() == 0) {
          reorganise(depth);
        }
        return proof(parameters, block("latest"));
      }
      return result;
    });
    ReadOutcome.Proven proven = (ReadOutcome.Proven) new NewestBlock(ledger).read(query());
    assertThat(proven.at().hash()).isNotEqualTo(before.hash());
    assertNotLeftOut();
  }

  @Test
  void a_node_that_moves_on_each_time_is_named_and_the_sentence_says_what_to_do() {
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getProof")) {
        mine();
        return proof(parameters, block("latest"));
      }
      return result;
    });
    ReadOutcome.Unavailable failed =
        (ReadOutcome.Unavailable) new NewestBlock(ledger).read(query());
    assertThat(failed.fault()).isEqualTo(LedgerFaults.OTHER_STATE);
    assertThat(failed.faults())
        .containsExactly(new EndpointFault(proxy.name(), LedgerFaults.OTHER_STATE));
    assertThat(failed.fault().sentence()).contains("Try again");

    proxy.inject((method, parameters, result) -> result);
    assertThat(new NewestBlock(ledger).read(query())).isInstanceOf(ReadOutcome.Proven.class);
  }

  @Test
  void a_true_proof_of_an_older_state_is_never_taken_however_often_the_node_moves_on() {
    BlockRef older = stage.head();
    TestRuns later = TestRuns.of(stage.deployment(), HOSPITAL, hospital, "later", 1);
    stage.mined(later.run(0));
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getProof")) {
        mine();
        return proof(parameters, block(older.number()));
      }
      return result;
    });
    ReadOutcome.Unavailable failed =
        (ReadOutcome.Unavailable)
            new NewestBlock(ledger).read(LedgerQuery.ofSlots(Set.copyOf(later.slots())));
    assertThat(failed.faults()).extracting(EndpointFault::endpoint).containsExactly(proxy.name());
  }

  @Test
  void a_forged_proof_is_a_lie_however_often_the_node_moves_on() {
    LedgerSlot asks = runs.slots().getFirst();
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getProof")) {
        mine();
        ((ObjectNode) result.get("storageProof").get(0)).put("value", "0x1");
      }
      return result;
    });
    ReadOutcome.Refused refused =
        (ReadOutcome.Refused) new NewestBlock(ledger).read(LedgerQuery.ofSlots(Set.of(asks)));
    assertThat(refused.fault()).isEqualTo(LedgerFaults.NOTHING_HOLDS);
    assertThat(refused.faults())
        .containsExactly(new EndpointFault(proxy.name(), LedgerFaults.FORGED_PROOF));
    proxy.inject((method, parameters, result) -> result);
    assertThat(ledger.head()).isInstanceOf(HeadOutcome.NoAgreement.class);
  }

  private LedgerQuery query() {
    return LedgerQuery.ofSlots(Set.copyOf(runs.slots()));
  }

  private static void assertFilled(SlotState state) {
    assertThat(state).isInstanceOf(SlotState.Filled.class);
  }

  private void assertNotLeftOut() {
    assertThat(((HeadOutcome.Agreed) ledger.head()).faults()).isEmpty();
  }

  private void mine() throws IOException {
    call("evm_mine", JsonRpc.parameters());
  }

  private void reorganise(long depth) throws IOException {
    ArrayNode parameters = JsonRpc.parameters().add(depth);
    parameters.addArray();
    call("anvil_reorg", parameters);
  }

  private static boolean isAbout(JsonNode parameters, BlockRef block) {
    return parameters.get(2).path("blockHash").asText().equals(Hex.data(block.hash().bytes()));
  }

  private JsonNode proof(JsonNode parameters, JsonNode block) throws IOException {
    ArrayNode altered = parameters.deepCopy();
    altered.set(2, JsonRpc.object().put("blockHash", block.get("hash").asText()));
    return call("eth_getProof", altered);
  }

  private JsonNode block(long number) throws IOException {
    return block(Hex.quantity(number));
  }

  private JsonNode block(String tag) throws IOException {
    return call("eth_getBlockByNumber", JsonRpc.parameters().add(tag).add(false));
  }

  private JsonNode call(String method, JsonNode parameters) throws IOException {
    return proxy
        .ask(
            JsonRpc.object()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .<ObjectNode>set("params", parameters)
                .toString())
        .path("result");
  }
}
