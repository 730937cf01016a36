package org.chartseal.services.network.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.TestPatient;
import org.chartseal.services.network.EmbeddedNetwork;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.seal.KeyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedNodeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void what_was_anchored_is_there_after_a_restart_with_events_transactions_and_proofs()
      throws Exception {
    TestPatient patient = new TestPatient();
    URI before;
    try (TestNetwork network = TestNetwork.open(folder)) {
      before = network.network().node().endpoint();
      network.mined(patient.anchor(network.deployment(), "kept"));
    }
    assertThat(runningNode()).isFalse();
    try (TestNetwork network = TestNetwork.open(folder)) {
      assertThat(network.network().node().endpoint()).isEqualTo(before);
      assertAnchored(network, patient, "kept");
      assertThat(network.connection().ledger().evidence(network.words(Set.of(patient.slot()))))
          .hasSize(1);
    }
  }

  @Test
  void a_killed_node_is_started_again_and_has_lost_nothing_final() throws Exception {
    try (TestNetwork network = TestNetwork.open(folder)) {
      TestPatient patient = new TestPatient();
      ReceiptOutcome.Mined mined = network.mined(patient.anchor(network.deployment(), "final"));
      await(() -> network.head().number() >= mined.block() + EmbeddedSetup.FINALITY_DEPTH);
      long height = network.head().number();

      NodeRecord node = NodeRecord.read(record()).orElseThrow();
      ProcessHandle process = node.process().orElseThrow();
      process.destroyForcibly();
      process.onExit().get();
      await(() -> network.connection().ledger().head() instanceof HeadOutcome.Agreed);

      assertThat(network.head().number()).isGreaterThanOrEqualTo(height);
      assertAnchored(network, patient, "final");
      assertThat(NodeRecord.read(record()).orElseThrow().pid()).isNotEqualTo(node.pid());

      TestPatient another = new TestPatient();
      network.mined(another.anchor(network.deployment(), "afterwards"));
      assertAnchored(network, another, "afterwards");
    }
  }

  @Test
  void two_processes_share_one_node_and_the_last_one_out_stops_it() throws Exception {
    try (ChildProcess other = ChildProcess.start(NodeUserMain.class, folder.toString())) {
      URI endpoint = URI.create(other.heard("endpoint"));
      try (TestNetwork network = TestNetwork.open(folder)) {
        assertThat(network.network().node().endpoint()).isEqualTo(endpoint);
        other.tell("leave");
        assertThat(other.ends()).isTrue();
        network.mined(new TestPatient().anchor(network.deployment(), "alone"));
      }
      assertThat(runningNode()).isFalse();
    }
  }

  @Test
  void the_node_outlives_the_process_that_started_it_and_is_then_looked_after_by_another()
      throws Exception {
    try (ChildProcess starter = ChildProcess.start(NodeUserMain.class, folder.toString())) {
      starter.heard("endpoint");
      try (TestNetwork network = TestNetwork.open(folder)) {
        starter.kill();
        TestPatient patient = new TestPatient();
        ReceiptOutcome.Mined mined = network.mined(patient.anchor(network.deployment(), "on"));
        // Only a keeper mines what makes it final.
        await(() -> network.head().number() >= mined.block() + EmbeddedSetup.FINALITY_DEPTH);
        assertAnchored(network, patient, "on");
      }
      assertThat(runningNode()).isFalse();
    }
  }

  @Test
  void a_node_whose_users_all_died_is_taken_over_by_the_next() throws Exception {
    try (ChildProcess starter = ChildProcess.start(NodeUserMain.class, folder.toString())) {
      starter.heard("endpoint");
      starter.kill();
    }
    NodeRecord orphan = NodeRecord.read(record()).orElseThrow();
    assertThat(orphan.process()).isPresent();
    try (TestNetwork network = TestNetwork.open(folder)) {
      assertThat(NodeRecord.read(record())).contains(orphan);
      network.mined(new TestPatient().anchor(network.deployment(), "taken over"));
    }
    assertThat(runningNode()).isFalse();
  }

  @Test
  void a_damaged_memory_of_the_newest_block_leaves_the_node_usable_and_heads_unknown_by_name()
      throws Exception {
    TestPatient patient = new TestPatient();
    try (TestNetwork network = TestNetwork.open(folder)) {
      network.mined(patient.anchor(network.deployment(), "kept"));
    }
    Files.writeString(folder.resolve("head"), "damaged");
    try (TestNetwork network = TestNetwork.open(folder)) {
      assertThat(network.connection().ledger().head())
          .isInstanceOfSatisfying(
              HeadOutcome.Stale.class,
              stale -> assertThat(stale.reason()).isEqualTo(NetworkFaults.HEAD_UNREADABLE));
      NodeRecord node = NodeRecord.read(record()).orElseThrow();
      node.process().orElseThrow().destroyForcibly();
      await(() -> network.connection().ledger().head() instanceof HeadOutcome.Stale);
      Files.delete(folder.resolve("head"));
      assertAnchored(network, patient, "kept");
    }
    assertThat(runningNode()).isFalse();
  }

  @Test
  void the_last_one_out_stops_a_node_that_was_just_started_again() throws Exception {
    try (TestNetwork network = TestNetwork.open(folder)) {
      network.mined(new TestPatient().anchor(network.deployment(), "before"));
      NodeRecord node = NodeRecord.read(record()).orElseThrow();
      node.process().orElseThrow().destroyForcibly();
      // The keeper is in the middle of starting it.
      await(() -> NodeRecord.read(record()).orElseThrow().pid() != node.pid());
    }
    assertThat(runningNode()).isFalse();
  }

  @Test
  void a_network_file_whose_contracts_are_not_on_the_node_is_refused_in_words() throws Exception {
    TestNetwork.open(folder).close();
    Files.delete(folder.resolve("node/state.json"));
    EmbeddedNetwork.Outcome outcome =
        EmbeddedNetwork.open(
            new NetworkHome(folder),
            () -> {
              throw new AssertionError("nothing is deployed over a network that exists");
            });
    assertThat(outcome).isEqualTo(new EmbeddedNetwork.Outcome.Failed(NetworkFaults.OTHER_CODE));
    assertThat(runningNode()).isFalse();
  }

  private static void assertAnchored(TestNetwork network, TestPatient patient, String content) {
    LedgerConnection connection =
        new LedgerConnection(
            network.network().file().ledger(), network.home().headMemory(), InstantSource.system());
    LedgerSlot slot = patient.slot();
    HeadOutcome head = connection.ledger().head();
    assertThat(head).isInstanceOf(HeadOutcome.Agreed.class);
    BlockRef block = ((HeadOutcome.Agreed) head).block();
    ReadOutcome outcome = connection.ledger().read(block, LedgerQuery.ofSlots(Set.of(slot)));
    assertThat(outcome).isInstanceOf(ReadOutcome.Proven.class);
    SlotState state = ((ReadOutcome.Proven) outcome).slots().get(slot);
    assertThat(state).isInstanceOf(SlotState.Filled.class);
    assertThat(
            ((SlotState.Filled) state).word().matches(patient.recordDigest(content), KeyId.PATIENT))
        .isTrue();
  }

  private boolean runningNode() throws IOException {
    return NodeRecord.read(record()).orElseThrow().process().isPresent();
  }

  private Path record() {
    return folder.resolve("node/node.json");
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      assertThat(Instant.now()).as("in time").isBefore(giveUp);
      Thread.sleep(50);
    }
  }
}
