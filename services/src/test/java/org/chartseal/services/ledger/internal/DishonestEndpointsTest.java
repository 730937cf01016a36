package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.ledger.TestPatient;
import org.chartseal.services.ledger.TestRuns;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Slot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DishonestEndpointsTest {

  private static final OrganisationId HOSPITAL = new OrganisationId(7);

  private final TestKey hospital = new TestKey();
  private final AtomicLong highest = new AtomicLong(-1);
  private final HeadMemory memory =
      new HeadMemory() {
        @Override
        public Outcome highest() {
          return new Outcome.Remembered(highest.get());
        }

        @Override
        public Outcome accept(long number) {
          return new Outcome.Remembered(highest.accumulateAndGet(number, Math::max));
        }
      };
  private TestNetwork stage;
  private AlteringProxy proxy;
  private TestRuns runs;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    stage = TestNetwork.open(folder);
    stage.register(7, Set.of(OrganisationRole.PROVIDER), hospital);
    runs = TestRuns.of(stage.deployment(), HOSPITAL, hospital, "entry", 100);
    stage.mined(runs.run(0));
    proxy = new AlteringProxy(stage.network().node().endpoint());
  }

  @AfterAll
  void close() {
    proxy.close();
    stage.close();
  }

  @BeforeEach
  void honest() {
    proxy.inject((method, parameters, result) -> result);
    highest.set(-1);
  }

  @Test
  void an_endpoint_that_forges_a_header_is_named_and_left_out() {
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getBlockByNumber")) {
        ((ObjectNode) result).put("stateRoot", "0x" + "11".repeat(32));
      }
      return result;
    });
    HeadOutcome outcome = ledger(node(), node(), proxy.uri()).head();
    assertThat(outcome).isInstanceOf(HeadOutcome.Agreed.class);
    assertThat(((HeadOutcome.Agreed) outcome).faults())
        .containsExactly(new EndpointFault(proxy.name(), LedgerFaults.FORGED_HEADER));
  }

  @Test
  void a_header_with_a_field_of_a_later_fork_is_refused() {
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getBlockByNumber")) {
        // As of a fork that hashes one field more: the node's hash is no longer that of the fields
        // known here.
        ((ObjectNode) result).put("hash", "0x" + "22".repeat(32));
        ((ObjectNode) result).put("blockAccessListHash", "0x" + "33".repeat(32));
      }
      return result;
    });
    assertThat(ledger(proxy.uri()).head()).isInstanceOf(HeadOutcome.NoAgreement.class);
  }

  @Test
  void an_endpoint_that_claims_a_later_block_than_exists_does_not_move_the_head() {
    long height = stage.head().number();
    proxy.inject((method, parameters, result) ->
        method.equals("eth_getBlockByNumber") && parameters.get(0).asText().equals("latest")
            ? forgedLater(result)
            : result);
    HeadOutcome outcome = ledger(node(), node(), proxy.uri()).head();
    assertThat(outcome).isInstanceOf(HeadOutcome.Agreed.class);
    assertThat(((HeadOutcome.Agreed) outcome).block().number()).isGreaterThanOrEqualTo(height);
    assertThat(((HeadOutcome.Agreed) outcome).block().number()).isLessThan(height + 1_000);
  }

  @Test
  void an_endpoint_that_shows_an_older_block_is_outvoted() {
    long height = stage.head().number();
    proxy.inject((method, parameters, result) ->
        method.equals("eth_getBlockByNumber") ? block(height - 1) : result);
    HeadOutcome outcome = ledger(node(), node(), proxy.uri()).head();
    assertThat(outcome).isInstanceOf(HeadOutcome.Agreed.class);
    assertThat(((HeadOutcome.Agreed) outcome).block().number()).isGreaterThanOrEqualTo(height);
  }

  @Test
  void without_a_quorum_there_is_no_head() {
    HeadOutcome outcome =
        ledger(node(), URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2")).head();
    assertThat(outcome).isInstanceOf(HeadOutcome.NoAgreement.class);
    assertThat(((HeadOutcome.NoAgreement) outcome).faults())
        .extracting(EndpointFault::endpoint)
        .containsExactly("127.0.0.1:1", "127.0.0.1:2");
  }

  @Test
  void an_endpoint_of_another_chain_is_named_and_left_out() {
    proxy.inject(
        (method, parameters, result) -> method.equals("eth_chainId") ? text("0x1") : result);
    HeadOutcome outcome = ledger(node(), node(), proxy.uri()).head();
    assertThat(((HeadOutcome.Agreed) outcome).faults())
        .containsExactly(new EndpointFault(proxy.name(), LedgerFaults.OTHER_CHAIN));
  }

  @Test
  void a_head_older_than_the_limit_is_stale() {
    RpcProvenLedger later =
        ledger(InstantSource.offset(InstantSource.system(), Duration.ofHours(1)), node());
    assertThat(later.head()).isInstanceOf(HeadOutcome.Stale.class);
    assertThat(((HeadOutcome.Stale) later.head()).reason()).isEqualTo(LedgerFaults.TOO_OLD);
  }

  @Test
  void a_head_lower_than_one_already_accepted_is_stale() {
    highest.set(Long.MAX_VALUE);
    HeadOutcome outcome = ledger(node()).head();
    assertThat(outcome).isInstanceOf(HeadOutcome.Stale.class);
    assertThat(((HeadOutcome.Stale) outcome).reason()).isEqualTo(LedgerFaults.BEHIND);
  }

  @Test
  void a_filled_slot_cannot_be_passed_off_as_empty() {
    LedgerSlot filled = runs.slots().getFirst();
    LedgerSlot empty = new LedgerSlot(HOSPITAL, new Slot(Hash32.ofHex("44".repeat(32))));
    proxy.inject((method, parameters, result) ->
        method.equals("eth_getProof") ? proofOf(parameters, empty) : result);
    ReadOutcome outcome = read(ledger(proxy.uri()), filled);
    assertThat(outcome).isInstanceOf(ReadOutcome.Refused.class);
    assertThat(((ReadOutcome.Refused) outcome).faults())
        .containsExactly(new EndpointFault(proxy.name(), LedgerFaults.FORGED_PROOF));
  }

  @Test
  void the_proof_of_another_key_is_refused() {
    LedgerSlot asked = runs.slots().getFirst();
    LedgerSlot other = runs.slots().get(1);
    proxy.inject((method, parameters, result) ->
        method.equals("eth_getProof") ? proofOf(parameters, other) : result);
    assertThat(read(ledger(proxy.uri()), asked)).isInstanceOf(ReadOutcome.Refused.class);
  }

  @Test
  void the_proof_of_an_older_block_is_refused() {
    BlockRef before = stage.head();
    TestRuns later = TestRuns.of(stage.deployment(), HOSPITAL, hospital, "later", 1);
    stage.mined(later.run(0));
    proxy.inject((method, parameters, result) -> {
      if (!method.equals("eth_getProof")) {
        return result;
      }
      ArrayNode altered = parameters.deepCopy();
      altered.set(2, object().put("blockHash", Hex.data(before.hash().bytes())));
      return call("eth_getProof", altered);
    });
    // The node may mine once more meanwhile; then the endpoint may have answered in good faith.
    assertThat(named(read(ledger(proxy.uri()), later.slots().getFirst())))
        .extracting(EndpointFault::endpoint)
        .containsExactly(proxy.name());
  }

  private static List<EndpointFault> named(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Refused(var fault, var faults) -> faults;
      case ReadOutcome.Unavailable(var fault, var faults) -> faults;
      case ReadOutcome.Proven proven -> throw new AssertionError("what is false was proven");
    };
  }

  @Test
  void an_endpoint_that_forges_one_proof_in_many_is_replaced_by_another() {
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getProof")) {
        flip((ArrayNode) result.get("storageProof").get(17).get("proof"), 1);
      }
      return result;
    });
    RpcProvenLedger ledger = ledger(proxy.uri(), node(), node());
    ReadOutcome outcome = ledger.read(stage.head(), LedgerQuery.ofSlots(Set.copyOf(runs.slots())));
    assertThat(outcome).isInstanceOf(ReadOutcome.Proven.class);
    ReadOutcome.Proven proven = (ReadOutcome.Proven) outcome;
    assertThat(proven.slots().values()).allMatch(state -> state instanceof SlotState.Filled);
    assertThat(proven.faults())
        .containsExactly(new EndpointFault(proxy.name(), LedgerFaults.FORGED_PROOF));
    // From now on it is not even asked.
    proxy.inject((method, parameters, result) -> result);
    assertThat(((HeadOutcome.Agreed) ledger.head()).faults())
        .containsExactly(new EndpointFault(proxy.name(), LedgerFaults.FORGED_PROOF));
  }

  @Test
  void no_flipped_byte_of_a_real_proof_is_accepted() {
    Random random = new Random(7);
    BlockRef head = stage.head();
    LedgerSlot slot = runs.slots().get(42);
    for (int round = 0; round < 60; round++) {
      boolean account = random.nextBoolean();
      int where = random.nextInt(Integer.MAX_VALUE);
      proxy.inject((method, parameters, result) -> {
        if (method.equals("eth_getProof")) {
          JsonNode proof =
              account ? result.get("accountProof") : result.get("storageProof").get(0).get("proof");
          flip((ArrayNode) proof, where);
        }
        return result;
      });
      assertThat(ledger(proxy.uri()).read(head, LedgerQuery.ofSlots(Set.of(slot))))
          .isNotInstanceOf(ReadOutcome.Proven.class);
    }
  }

  @Test
  void an_endpoint_that_forges_an_event_is_not_believed_and_the_next_is_asked() {
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getLogs")) {
        result.forEach(log -> ((ObjectNode) log).put("data", "0x" + "77".repeat(64)));
      }
      return result;
    });
    LedgerSlot slot = runs.slots().get(42);
    RpcProvenLedger ledger = ledger(proxy.uri(), node());
    AnchorEvidence found = ledger.evidence(stage.words(Set.of(slot))).get(slot);
    assertThat(found.digests().recordDigest()).isEqualTo(runs.recordDigest(42));
    assertThat(found.run()).isPresent();
  }

  @Test
  void an_endpoint_that_invents_or_hides_a_retraction_takes_no_hint_from_the_others() {
    TestPatient patient = new TestPatient();
    stage.mined(patient.anchor(stage.deployment(), "taken back"));
    stage.mined(patient.retract(stage.deployment(), "taken back"));
    LedgerSlot slot = patient.slot();
    RetractionEvidence told = ledger(node()).retractions(Set.of(slot)).get(slot).iterator().next();
    RpcProvenLedger ledger = ledger(proxy.uri(), node());

    proxy.inject((method, parameters, result) ->
        method.equals("eth_getLogs") ? JsonRpc.parameters() : result);
    assertThat(ledger.retractions(Set.of(slot)).get(slot)).containsExactly(told);
    assertStillFound(ledger, patient);

    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getLogs")) {
        result.forEach(log -> {
          String data = log.get("data").asText();
          ((ObjectNode) log).put("data", "0x" + "77".repeat(data.length() / 2 - 1));
        });
      }
      return result;
    });
    assertThat(ledger.retractions(Set.of(slot)).get(slot)).contains(told).hasSize(2);
    assertStillFound(ledger, patient);
  }

  private void assertStillFound(RpcProvenLedger ledger, TestPatient patient) {
    LedgerSlot slot = patient.slot();
    AnchorEvidence found = ledger.evidence(stage.words(Set.of(slot))).get(slot);
    assertThat(found.digests().recordDigest()).isEqualTo(patient.recordDigest("taken back"));
  }

  @Test
  void an_event_that_the_word_refutes_is_not_given() {
    LedgerSlot slot = runs.slots().get(42);
    LedgerSlot other = runs.slots().get(43);
    Map<LedgerSlot, Word> wrong = Map.of(slot, stage.words(Set.of(other)).get(other));
    assertThat(ledger(node()).evidence(wrong)).isEmpty();
  }

  @Test
  void another_contract_at_the_address_is_refused_in_words() {
    LedgerNetwork network = stage.network().file().ledger();
    PinnedContract other =
        new PinnedContract(network.ledger().address(), Hash32.ofHex("55".repeat(32)));
    RpcProvenLedger ledger = ledger(network(List.of(node()), other), InstantSource.system());
    ReadOutcome outcome = read(ledger, runs.slots().getFirst());
    assertThat(outcome).isInstanceOf(ReadOutcome.Refused.class);
    assertThat(((ReadOutcome.Refused) outcome).fault()).isEqualTo(LedgerFaults.OTHER_CONTRACT);
  }

  @Test
  void a_block_that_the_node_no_longer_serves_is_said_to_be_gone() {
    BlockRef head = stage.head();
    BlockRef gone =
        new BlockRef(head.number(), Hash32.ofHex("66".repeat(32)), Instant.now(), head.stateRoot());
    ReadOutcome outcome = ledger(node()).read(gone, LedgerQuery.ofSlots(Set.copyOf(runs.slots())));
    assertThat(outcome).isInstanceOf(ReadOutcome.Unavailable.class);
    assertThat(((ReadOutcome.Unavailable) outcome).fault())
        .isEqualTo(LedgerFaults.BLOCK_NOT_SERVED);
  }

  private ReadOutcome read(RpcProvenLedger ledger, LedgerSlot slot) {
    return ledger.read(stage.head(), LedgerQuery.ofSlots(Set.of(slot)));
  }

  private URI node() {
    return stage.network().node().endpoint();
  }

  private RpcProvenLedger ledger(URI... endpoints) {
    return ledger(InstantSource.system(), endpoints);
  }

  private RpcProvenLedger ledger(InstantSource clock, URI... endpoints) {
    return ledger(network(List.of(endpoints), stage.network().file().ledger().ledger()), clock);
  }

  private RpcProvenLedger ledger(LedgerNetwork network, InstantSource clock) {
    return new RpcProvenLedger(
        network, Endpoints.of(network, Duration.ofSeconds(5)), memory, clock);
  }

  private LedgerNetwork network(List<URI> endpoints, PinnedContract ledger) {
    LedgerNetwork own = stage.network().file().ledger();
    return new LedgerNetwork(
        own.chainId(),
        endpoints,
        endpoints.size() / 2 + 1,
        ledger,
        own.token(),
        own.settlement(),
        own.deployedAt(),
        own.finalityDepth(),
        own.maxBlockAge());
  }

  private JsonNode proofOf(JsonNode parameters, LedgerSlot slot) throws IOException {
    ArrayNode altered = parameters.deepCopy();
    altered.set(
        1,
        JsonRpc.parameters()
            .add(Hex.data(LedgerWords.entry(slot.key(), StorageLayout.WORDS).bytes())));
    return call("eth_getProof", altered);
  }

  private JsonNode block(long number) throws IOException {
    return call("eth_getBlockByNumber", JsonRpc.parameters().add(Hex.quantity(number)).add(false));
  }

  private JsonNode call(String method, JsonNode parameters) throws IOException {
    return proxy
        .ask(
            object()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .<ObjectNode>set("params", parameters)
                .toString())
        .get("result");
  }

  /**
   * A block far above, with a hash that fits its fields: nothing is wrong with it but that nobody
   * else has it.
   */
  private static JsonNode forgedLater(JsonNode block) {
    ObjectNode later = block.deepCopy();
    later.put("number", "0xffffff");
    try {
      return later.put("hash", Hex.data(Headers.hash(later).bytes()));
    } catch (JsonRpcException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode object() {
    return JsonRpc.object();
  }

  private static JsonNode text(String text) {
    return JsonRpc.parameters().add(text).get(0);
  }

  private static void flip(ArrayNode proof, int where) {
    int node = where % proof.size();
    String hex = proof.get(node).asText();
    int digit = 2 + where / proof.size() % (hex.length() - 2);
    char old = hex.charAt(digit);
    char other = old == '0' ? '1' : '0';
    proof.set(node, text(hex.substring(0, digit) + other + hex.substring(digit + 1)));
  }
}
