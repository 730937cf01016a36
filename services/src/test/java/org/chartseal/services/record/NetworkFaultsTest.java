package org.chartseal.services.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RetractLeaf;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.internal.AlteringProxy;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.outbox.DrainPorts;
import org.chartseal.services.outbox.DrainReport;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.LaneHeads;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.Verdict.Grade;
import org.chartseal.services.record.internal.ChainLaneHeads;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.SignOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that are down, behind or lying: nothing is lost, and nothing looks better than it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkFaultsTest extends FaultSteps {

  /** Years whose entry went through the outbox, which seals what it sends. */
  private static final List<Integer> SEALED = List.of(2002, 2003, 2004, 2006);

  @TempDir static Path folder;

  private AlteringProxy proxy;

  @BeforeAll
  void start() throws IOException {
    open(folder);
    for (int year : SEALED) {
      assertThat(sign(kim, queue(year, kim))).isEqualTo(new SigningDesk.Outcome.Signed(1));
      network.drain();
    }
    proxy = new AlteringProxy(network.endpoint());
  }

  @AfterAll
  void stop() {
    proxy.close();
    close();
  }

  @Test
  @Order(1)
  void on_an_old_block_nobody_says_that_an_entry_was_not_retracted() throws IOException {
    List<RecordEntry> entries = new ArrayList<>();
    RecordOutcome outcome = read(connect(tomorrow(), network.endpoint()).ledger(), entries);
    assertThat(((RecordOutcome.Opened) outcome).complete()).isFalse();
    Verdict verdict = entries.getFirst().verdict();
    assertThat(verdict.of(Check.NOT_RETRACTED).status()).isEqualTo(CheckResult.Status.UNKNOWN);
    assertThat(verdict.isGenuine()).isTrue();
    assertThat(verdict.grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  @Order(2)
  void a_forged_proof_shows_nothing() throws IOException {
    proxy.inject(NetworkFaultsTest::forgeProofs);
    List<RecordEntry> entries = new ArrayList<>();
    RecordOutcome outcome = read(connect(InstantSource.system(), proxy.uri()).ledger(), entries);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RecordOutcome.Failed.class,
            failed -> assertThat(failed.fault().code()).isEqualTo("CS-LEDG-12"));
    assertThat(entries).isEmpty();
  }

  @Test
  @Order(3)
  void a_lying_endpoint_among_honest_ones_is_named_and_left_out() throws IOException {
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getBlockByNumber")) {
        ((ObjectNode) result).put("stateRoot", "0x" + "11".repeat(32));
      }
      return result;
    });
    URI node = network.endpoint();
    ProvenLedger ledger =
        connect(InstantSource.system(), proxy.uri(), node, URI.create(node + "/")).ledger();
    assertThat(ledger.head())
        .isInstanceOfSatisfying(
            HeadOutcome.Agreed.class,
            agreed ->
                assertThat(agreed.faults())
                    .extracting(EndpointFault::endpoint)
                    .containsExactly(proxy.name()));
    List<RecordEntry> entries = new ArrayList<>();
    read(ledger, entries);
    assertThat(entries.getFirst().isProven()).isTrue();
  }

  @Test
  @Order(4)
  void events_are_hints_and_a_false_one_makes_no_verdict_better() throws IOException {
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getLogs")) {
        for (JsonNode log : result) {
          ((ObjectNode) log).put("data", "0x" + "22".repeat(64));
        }
      }
      return result;
    });
    List<RecordEntry> entries = new ArrayList<>();
    read(connect(InstantSource.system(), proxy.uri()).ledger(), entries);
    assertThat(entries.getFirst().verdict().of(Check.ANCHORED).status())
        .isEqualTo(CheckResult.Status.PASSED);
    assertThat(entries.getFirst().verdict().grade()).isNotEqualTo(Grade.PROVEN);
    assertThat(entries.getFirst().content()).isEmpty();
  }

  @Test
  @Order(5)
  void without_events_an_entry_is_anchored_and_unknown() throws IOException {
    proxy.inject((method, parameters, result) ->
        method.equals("eth_getLogs")
            ? ((com.fasterxml.jackson.databind.node.ArrayNode) result).removeAll()
            : result);
    List<RecordEntry> entries = new ArrayList<>();
    read(connect(InstantSource.system(), proxy.uri()).ledger(), entries);
    assertThat(entries.getFirst().verdict().grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  @Order(6)
  void when_no_node_keeps_history_the_record_is_read_from_the_seal_blocks_alone()
      throws IOException {
    proxy.inject(NetworkFaultsTest::forgetHistory);
    ProvenLedger pruned = connect(InstantSource.system(), proxy.uri()).ledger();
    SealHeads heads =
        new SealHeads(
            network.deployment(),
            network.outbox(),
            network.blocks(),
            network.ledger(),
            network.relay(),
            InstantSource.system());
    assertThat(readAll(pruned)).allMatch(entry -> entry.verdict().grade() == Grade.UNKNOWN);

    assertThat(heads.record(hospital.id(), hospital.keys()))
        .isInstanceOf(SealHeads.Outcome.Sent.class);
    network.mine();
    List<RecordEntry> entries = readAll(pruned);
    assertThat(entries).hasSize(SEALED.size()).allMatch(RecordEntry::isProven);
    assertThat(entries).allMatch(entry -> entry.content().isPresent());
    assertWrittenOn(pruned);
    assertLent(pruned);

    // What is sealed after the head is not found from it, until the next is recorded.
    Queued.QueuedEntry later = queue(2009, kim);
    assertThat(sign(kim, later)).isEqualTo(new SigningDesk.Outcome.Signed(1));
    network.drain();
    assertThat(heads.record(hospital.id(), hospital.keys()))
        .isEqualTo(new SealHeads.Outcome.Current());
    List<RecordEntry> lagging = new ArrayList<>();
    care.reader(pruned).read(pair.patient(), List.of(stream(2009)), Progress.NONE, lagging::add);
    assertThat(lagging.getFirst().verdict().grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(readAll(pruned)).allMatch(RecordEntry::isProven);
  }

  @Test
  @Order(7)
  void a_changed_or_missing_seal_block_ends_the_chain_and_proves_nothing() throws IOException {
    proxy.inject(NetworkFaultsTest::forgetHistory);
    ProvenLedger pruned = connect(InstantSource.system(), proxy.uri()).ledger();
    Hash32 head =
        ((ReadOutcome.Proven)
                network
                    .ledger()
                    .read(
                        network.head(), new LedgerQuery(Set.of(), Set.of(), Set.of(hospital.id()))))
            .organisations()
            .get(hospital.id())
            .head()
            .digest();
    BlockStore honest = network.blocks();
    for (BlockStore.GetOutcome answer :
        List.of(
            new BlockStore.GetOutcome.Missing(new Cid(head)),
            new BlockStore.GetOutcome.Found(new byte[] {1}))) {
      BlockStore other =
          new BlockStore() {
            @Override
            public PutOutcome put(byte[] block) {
              return honest.put(block);
            }

            @Override
            public GetOutcome get(Cid cid) {
              return cid.digest().equals(head) ? answer : honest.get(cid);
            }
          };
      List<RecordEntry> entries = new ArrayList<>();
      care.reader(pruned, other)
          .read(
              pair.patient(),
              SEALED.stream().map(this::stream).toList(),
              Progress.NONE,
              entries::add);
      assertThat(entries).allMatch(entry -> entry.verdict().grade() == Grade.UNKNOWN);
    }
  }

  @Test
  @Order(8)
  void a_head_that_would_leave_out_another_consoles_seal_blocks_is_not_recorded() {
    Statement elsewhere =
        new Statement(
            StatementType.HEAD,
            network.deployment(),
            hospital.id(),
            Hash32.ofHex("99".repeat(32)),
            network.outbox().sealTip(hospital.id()).orElseThrow().height(),
            Instant.now().getEpochSecond());
    network.submit(
        new Submission.AdvanceHead(
            new SignedStatement(
                elsewhere,
                hospital.keys().signing().publicKey(),
                ((SignOutcome.Signed) hospital.keys().sign(elsewhere.bytes())).signature())));
    Queued.QueuedEntry here = queue(2011, kim);
    assertThat(sign(kim, here)).isEqualTo(new SigningDesk.Outcome.Signed(1));
    network.drain();
    SealHeads heads =
        new SealHeads(
            network.deployment(),
            network.outbox(),
            network.blocks(),
            network.ledger(),
            network.relay(),
            () -> Instant.now().plus(Duration.ofDays(1)));
    assertThat(heads.record(hospital.id(), hospital.keys()))
        .isInstanceOfSatisfying(
            SealHeads.Outcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-HEAD-01"));
  }

  @Test
  @Order(9)
  void an_invented_retractor_makes_no_verdict_worse_than_none() throws IOException {
    EntryReference entry = sealed(2010, said(kim, 2010)).reference();
    KeyId author = KeyId.of(kim.signing().publicKey());
    network.submit(hand.anchoring(kim, hospital.id(), List.of(entry)));
    network.submit(
        hand.retracting(
            hospital.keys(),
            hospital.id(),
            List.of(new RetractLeaf(entry.slot(), entry.recordDigest(), author))));
    proxy.inject((method, parameters, result) -> {
      if (method.equals("eth_getLogs")) {
        for (JsonNode log : result) {
          if (log.get("data").asText().length() == 66) {
            ((ObjectNode) log).put("data", "0x" + "22".repeat(32));
          }
        }
      }
      return result;
    });
    URI node = network.endpoint();
    Verdict alone = retracted(connect(InstantSource.system(), proxy.uri()).ledger());
    assertThat(alone.of(Check.BYTES).status()).isNotEqualTo(CheckResult.Status.FAILED);
    assertThat(alone.of(Check.NOT_RETRACTED).status()).isEqualTo(CheckResult.Status.FAILED);
    Verdict both = retracted(connect(InstantSource.system(), proxy.uri(), node).ledger());
    assertThat(both.of(Check.BYTES).status()).isEqualTo(CheckResult.Status.PASSED);
  }

  /** Where another console's lane goes on, and after which entry. */
  private void assertWrittenOn(ProvenLedger ledger) {
    StreamAccess stream = stream(SEALED.getFirst());
    Hash32 fingerprint = stream.keys().fingerprint();
    LaneHeads heads = new ChainLaneHeads(ledger, network.blocks(), Map.of(fingerprint, stream));
    assertThat(heads.head(new LaneKey(fingerprint, hospital.id(), OrganisationEntries.LANE)))
        .isInstanceOfSatisfying(
            LaneHeads.Outcome.Proven.class,
            proven -> assertThat(proven.head().previous()).isPresent());
  }

  private void assertLent(ProvenLedger ledger) {
    EntryEvidenceReader evidence =
        new EntryEvidenceReader(
            network.deployment(),
            ledger,
            network.blocks(),
            care.opener(),
            care.extractor(),
            care.engine().signatureVerifier());
    StreamAccess stream = stream(SEALED.getFirst());
    LaneReading lane =
        ((ScanOutcome.Scanned) new LaneScanner(ledger).scan(List.of(stream), Progress.NONE))
            .lanes().stream()
                .filter(read -> read.lane() == OrganisationEntries.LANE)
                .findFirst()
                .orElseThrow();
    assertThat(evidence.lend(stream, lane.filled().get(0), lent -> lent.organisation()))
        .isEqualTo(new EntryEvidenceReader.Outcome.Lent<>(hospital.id()));
  }

  private Verdict retracted(ProvenLedger ledger) {
    List<RecordEntry> entries = new ArrayList<>();
    care.reader(ledger).read(pair.patient(), List.of(stream(2010)), Progress.NONE, entries::add);
    return entries.getFirst().verdict();
  }

  private List<RecordEntry> readAll(ProvenLedger ledger) {
    List<RecordEntry> entries = new ArrayList<>();
    care.reader(ledger)
        .read(
            pair.patient(),
            SEALED.stream().map(this::stream).toList(),
            Progress.NONE,
            entries::add);
    return entries;
  }

  /** As a node that prunes: no events, no transactions, no receipts of before. */
  private static JsonNode forgetHistory(String method, JsonNode parameters, JsonNode result) {
    return switch (method) {
      case "eth_getLogs" -> JsonNodeFactory.instance.arrayNode();
      case "eth_getTransactionByHash", "eth_getTransactionReceipt" ->
          JsonNodeFactory.instance.nullNode();
      default -> result;
    };
  }

  @Test
  @Order(10)
  void a_node_that_dies_while_the_outbox_empties_loses_nothing() throws Exception {
    Queued.QueuedEntry draft = queue(2008, kim);
    assertThat(sign(kim, draft)).isEqualTo(new SigningDesk.Outcome.Signed(1));
    DrainPorts ports =
        new DrainPorts(network.blocks(), network.ledger(), network.relay(), List.of());
    DrainSettings settings = DrainSettings.of(network.ledgerNetwork().finalityDepth());
    while (state(draft) != JobState.SUBMITTED) {
      network.outbox().drainer(ports, settings).drain(Progress.NONE);
    }
    ProcessHandle node = node();
    node.destroyForcibly();
    node.onExit().get();
    DrainReport dead = network.outbox().drainer(ports, settings).drain(Progress.NONE);
    assertThat(dead).isInstanceOf(DrainReport.Drained.class);
    assertThat(state(draft)).isIn(JobState.SUBMITTED, JobState.STORED);

    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (state(draft) != JobState.FINAL && Instant.now().isBefore(deadline)) {
      network.outbox().drainer(ports, settings).drain(Progress.NONE);
      Thread.sleep(200);
    }
    assertThat(state(draft)).isEqualTo(JobState.FINAL);
    assertThat(read(2008).isProven()).isTrue();
    assertThat(read(GOOD).isProven()).isTrue();
  }

  /** The node is a child of this process. */
  private static ProcessHandle node() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("anvil"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode forgeProofs(String method, JsonNode parameters, JsonNode result) {
    if (method.equals("eth_getProof")) {
      for (JsonNode proof : result.path("storageProof")) {
        ((ObjectNode) proof).put("value", "0x0");
      }
    }
    return result;
  }

  private static InstantSource tomorrow() {
    return () -> Instant.now().plus(Duration.ofDays(1));
  }

  private LedgerConnection connect(InstantSource clock, URI... endpoints) throws IOException {
    LedgerNetwork pinned = network.ledgerNetwork();
    LedgerNetwork through =
        new LedgerNetwork(
            pinned.chainId(),
            List.of(endpoints),
            endpoints.length / 2 + 1,
            pinned.ledger(),
            pinned.token(),
            pinned.settlement(),
            pinned.deployedAt(),
            pinned.finalityDepth(),
            pinned.maxBlockAge());
    return new LedgerConnection(
        through, new NetworkHome(folder.resolve("network")).headMemory(), clock);
  }

  private RecordOutcome read(ProvenLedger ledger, List<RecordEntry> entries) {
    return care.reader(ledger)
        .read(pair.patient(), List.of(stream(GOOD)), Progress.NONE, entries::add);
  }
}
