package org.chartseal.services.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.chartseal.services.network.internal.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

  @TempDir private Path folder;

  @Test
  void a_lock_that_is_asked_for_again_in_its_own_process_stays_closed_to_others() throws Exception {
    Path file = folder.resolve("some.lock");
    try (ChildProcess other = ChildProcess.start(LockTakerMain.class, file.toString())) {
      try (ProcessLock _ = ProcessLock.acquire(file)) {
        assertThat(ProcessLock.tryAcquire(file)).isEmpty();
        assertThat(ProcessLock.tryAcquire(folder.resolve("./some.lock"))).isEmpty();
        other.tell("");
        assertThat(other.heard("lock")).isEqualTo("held");
      }
      other.tell("");
      assertThat(other.heard("lock")).isEqualTo("taken");
    }
  }
}
