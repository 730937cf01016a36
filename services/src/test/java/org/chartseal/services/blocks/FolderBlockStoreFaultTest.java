package org.chartseal.services.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import org.chartseal.services.blocks.BlockStore.GetOutcome;
import org.chartseal.services.blocks.BlockStore.PutOutcome;
import org.chartseal.services.blocks.internal.DurableFiles;
import org.chartseal.services.blocks.internal.NioDurableFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every step of a write fails once, or kills the process. */
class FolderBlockStoreFaultTest {

  /** The process is gone: not even the clean-up runs. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path home;

  private final byte[] block = BlockStoreContract.random(1, 5_000);
  private final Cid cid = Cid.of(block);

  @Test
  void a_step_that_fails_is_told_and_the_next_attempt_succeeds() {
    boolean reachedTheEnd = false;
    for (int step = 0; !reachedTheEnd; step++) {
      Path folder = home.resolve("fail-" + step);
      PutOutcome outcome = failing(folder, step, new IOException("no space")).put(block);
      reachedTheEnd = outcome instanceof PutOutcome.Stored;
      assertThat(step).as("a write has that many steps").isLessThan(20);
      FolderBlockStore store = new FolderBlockStore(folder);
      assertThat(store.put(block)).isEqualTo(new PutOutcome.Stored(cid));
      BlockStoreContract.assertFound(store, block);
    }
  }

  @Test
  void a_kill_before_any_step_leaves_the_whole_block_or_none() {
    boolean reachedTheEnd = false;
    for (int step = 0; !reachedTheEnd; step++) {
      Path folder = home.resolve("kill-" + step);
      try {
        failing(folder, step, new Killed()).put(block);
        reachedTheEnd = true;
      } catch (Killed killed) {
        assertThat(new FolderBlockStore(folder).get(cid)).isNotInstanceOf(GetOutcome.Corrupt.class);
      }
      assertThat(new FolderBlockStore(folder).put(block)).isEqualTo(new PutOutcome.Stored(cid));
    }
  }

  @Test
  void a_disk_that_cannot_be_read_is_a_failure_and_no_missing_block() {
    new FolderBlockStore(home).put(block);
    BlockStore failing = failing(home, 0, new IOException("bad sector"));
    assertThat(failing.get(cid)).isInstanceOf(GetOutcome.Failed.class);
  }

  private static BlockStore failing(Path folder, int step, Throwable fault) {
    DurableFiles real = new NioDurableFiles();
    int[] calls = {0};
    DurableFiles files =
        (DurableFiles)
            Proxy.newProxyInstance(
                DurableFiles.class.getClassLoader(),
                new Class<?>[] {DurableFiles.class},
                (proxy, method, args) -> {
                  int call = calls[0]++;
                  if (call == step || (fault instanceof Killed && call > step)) {
                    throw fault;
                  }
                  try {
                    return method.invoke(real, args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new FolderBlockStore(folder, files, InstantSource.system());
  }
}
