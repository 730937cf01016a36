package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;
import static org.chartseal.services.outbox.Bench.FINALITY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.services.locks.LockTakerMain;
import org.chartseal.services.network.internal.ChildProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time empties an outbox. */
class OutboxLeaseTest {

  @TempDir Path folder;

  private Bench bench;
  private final TestWriter hospital = TestWriter.organisation(DEPLOYMENT, 7, 1);

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void only_one_drains_at_a_time() {
    Set<DrainReport> reports = new HashSet<>();
    bench.signed(hospital, 1);
    bench.chain.watcher = submission -> reports.add(otherProcess());
    bench.drain();
    assertThat(reports).containsExactly(new DrainReport.Elsewhere());
  }

  private DrainReport otherProcess() {
    try (Outbox other = Bench.opened(new OutboxFile(bench.file, DEPLOYMENT).open())) {
      return other
          .drainer(
              new DrainPorts(bench.blocks, bench.chain, bench.chain, List.of()),
              DrainSettings.of(FINALITY))
          .drain(org.chartseal.services.seal.Progress.NONE);
    }
  }

  @Test
  void the_lease_stays_closed_to_other_processes_when_its_own_asks_for_it_again() throws Exception {
    Path lease = bench.file.resolveSibling(bench.file.getFileName() + ".drain");
    bench.signed(hospital, 1);
    try (ChildProcess child = ChildProcess.start(LockTakerMain.class, lease.toString())) {
      List<String> heard = new ArrayList<>();
      bench.chain.watcher =
          submission -> {
            assertThat(otherProcess()).isEqualTo(new DrainReport.Elsewhere());
            child.tell("");
            heard.add(heard(child));
          };
      bench.drain();
      assertThat(heard).isNotEmpty().containsOnly("held");
    }
  }

  private static String heard(ChildProcess child) {
    try {
      return child.heard("lock");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
