package org.chartseal.views.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.chartseal.services.seal.Progress;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartScreenTest {

  private final CountDownLatch up = new CountDownLatch(1);
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
  }

  @AfterEach
  void close() {
    up.countDown();
    bench.close();
  }

  @Test
  void what_takes_its_time_the_first_time_is_said_the_first_time_alone() throws Exception {
    show(true);
    bench.awaitText("Opening the network. The first time, its keys");
    show(false);
    bench.awaitText("Opening the network");
    assertThat(bench.texts()).doesNotContain("The first time");
  }

  private void show(boolean first) {
    bench.show(
        bench.fx(() -> new StartScreen<>(bench.kit(), new Home(first), home -> {}, home -> {})));
  }

  private final class Home implements StartDesk<String> {
    private final boolean first;

    Home(boolean first) {
      this.first = first;
    }

    @Override
    public boolean isFirst() {
      return first;
    }

    @Override
    public String bringUp(Progress progress) {
      try {
        up.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "up";
    }
  }
}
