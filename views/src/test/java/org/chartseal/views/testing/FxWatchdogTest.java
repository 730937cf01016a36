package org.chartseal.views.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.chartseal.views.testing.FxWatchdog.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** The watchdog barks, at the right ones, and not at others. */
@ExtendWith(ApplicationExtension.class)
class FxWatchdogTest {

  private static final Duration LIMIT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMillis(400);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;

  @Test
  void work_that_holds_the_thread_up_is_told_with_its_name() throws Exception {
    for (Charge charge : Charge.values()) {
      FxWatchdog watchdog = new FxWatchdog(LIMIT, charge);
      onFx(() -> new Culprit().works(LONG));
      assertThatThrownBy(watchdog::close)
          .hasMessageContaining("held up for")
          .hasMessageContaining("Culprit.works");
    }
  }

  @Test
  void waiting_for_another_thread_is_told_although_it_takes_no_processor_time() throws Exception {
    FxWatchdog watchdog = new FxWatchdog(LIMIT, Charge.OURS);
    onFx(() -> new Culprit().waits(LONG));
    assertThatThrownBy(watchdog::close)
        .hasMessageContaining("held up for")
        .hasMessageContaining("Culprit.waits");
  }

  @Test
  void a_file_that_is_read_is_told_however_quickly_each_read_is_done() throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[1 << 20]);
    FxWatchdog watchdog = new FxWatchdog(Duration.ofHours(1), Charge.ALL);
    // It looks now and then: on a busy machine many a read passes between two looks.
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (watchdog.faults().isEmpty() && System.nanoTime() < end) {
      onFx(() -> new Culprit().reads(file));
    }
    assertThatThrownBy(watchdog::close)
        .hasMessageContaining("reads, writes or does cryptography")
        .hasMessageContaining("Culprit.reads");
  }

  @Test
  void a_machine_that_is_busy_with_others_is_not_the_threads_fault() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    int many = 4 * Runtime.getRuntime().availableProcessors();
    List<Thread> others =
        IntStream.range(0, many)
            .mapToObj(any ->
                Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                      while (!over.get()) {
                        Thread.onSpinWait();
                      }
                    }))
            .toList();
    try (FxWatchdog watchdog = new FxWatchdog(LIMIT, Charge.ALL)) {
      for (int i = 0; i < 50; i++) {
        onFx(() -> new Culprit().works(Duration.ofMillis(2)));
      }
      assertThat(watchdog.faults()).isEmpty();
    } finally {
      over.set(true);
      for (Thread other : others) {
        other.join();
      }
    }
  }

  private static void onFx(Runnable act) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      act.run();
      done.countDown();
    });
    done.await();
    // The beat that stood behind it has its turn, and says what it saw.
    CountDownLatch turn = new CountDownLatch(1);
    Platform.runLater(turn::countDown);
    turn.await();
  }
}
