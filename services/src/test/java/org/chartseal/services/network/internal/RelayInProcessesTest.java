package org.chartseal.services.network.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.TestPatient;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.seal.Hash32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayInProcessesTest {

  private static final int EACH = 20;

  @Test
  void two_processes_with_two_threads_share_the_relayers_account(@TempDir Path folder)
      throws Exception {
    try (TestNetwork network = TestNetwork.open(folder);
        ChildProcess other =
            ChildProcess.start(SubmitterMain.class, folder.toString(), Integer.toString(EACH));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      other.heard("ready");
      other.tell("go");
      List<Future<Hash32>> here = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        String content = "here " + i;
        here.add(threads.submit(() -> sent(network, content)));
      }
      List<Hash32> all = new ArrayList<>();
      for (Future<Hash32> transaction : here) {
        all.add(transaction.get());
      }
      for (int i = 0; i < EACH; i++) {
        all.add(Hash32.ofHex(other.heard("sent")));
      }
      assertThat(all).doesNotHaveDuplicates().hasSize(2 * EACH);
      for (Hash32 transaction : all) {
        assertThat(network.mined(transaction).anchored()).hasSize(1);
      }
      other.tell("leave");
      assertThat(other.ends()).isTrue();
    }
  }

  private static Hash32 sent(TestNetwork network, String content) {
    SubmitOutcome outcome =
        network.relay().submit(new TestPatient().anchor(network.deployment(), content));
    return ((SubmitOutcome.Submitted) outcome).transaction();
  }
}
