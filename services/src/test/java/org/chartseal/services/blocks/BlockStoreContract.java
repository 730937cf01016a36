package org.chartseal.services.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.chartseal.services.blocks.BlockStore.GetOutcome;
import org.chartseal.services.blocks.BlockStore.PutOutcome;
import org.junit.jupiter.api.Test;

/** What every block store must do; each implementation's test extends it. */
public abstract class BlockStoreContract {

  /** A store on the same blocks as the others of this test: as another process would open it. */
  protected abstract BlockStore open();

  /** Puts other bytes in the place of a block, behind the store's back; the bytes may be none. */
  protected abstract void tamper(Cid cid, byte[] bytes);

  @Test
  void what_is_put_is_got_back_under_the_sha_256_of_its_bytes() {
    byte[] block = random(1, 3_000);
    assertThat(open().put(block)).isEqualTo(new PutOutcome.Stored(Cid.of(block)));
    assertFound(open(), block);
  }

  @Test
  void the_largest_block_is_taken() {
    byte[] block = random(2, BlockStore.MAX_BLOCK);
    assertThat(open().put(block)).isInstanceOf(PutOutcome.Stored.class);
    assertFound(open(), block);
  }

  @Test
  void a_block_that_is_empty_or_too_large_is_the_callers_mistake() {
    BlockStore store = open();
    assertThatIllegalArgumentException().isThrownBy(() -> store.put(new byte[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.put(new byte[BlockStore.MAX_BLOCK + 1]));
  }

  @Test
  void what_was_never_put_is_missing_and_nothing_worse() {
    BlockStore store = open();
    store.put(random(3, 10));
    Cid other = Cid.of(random(4, 10));
    assertThat(store.get(other)).isEqualTo(new GetOutcome.Missing(other));
  }

  @Test
  void putting_a_block_again_is_a_success() {
    BlockStore store = open();
    byte[] block = random(5, 100);
    store.put(block);
    assertThat(store.put(block)).isEqualTo(new PutOutcome.Stored(Cid.of(block)));
    assertFound(store, block);
  }

  @Test
  void a_changed_block_is_told_apart_from_a_missing_one() {
    BlockStore store = open();
    byte[] block = random(6, 1_000);
    Cid cid = Cid.of(block);
    store.put(block);
    byte[] changed = block.clone();
    changed[500] ^= 1;
    tamper(cid, changed);
    assertThat(store.get(cid)).isEqualTo(new GetOutcome.Corrupt(cid));
  }

  @Test
  void a_changed_block_is_healed_by_putting_the_right_one() {
    BlockStore store = open();
    byte[] block = random(7, 1_000);
    store.put(block);
    tamper(Cid.of(block), random(8, 10));
    assertThat(store.put(block)).isInstanceOf(PutOutcome.Stored.class);
    assertFound(store, block);
  }

  @Test
  void many_writers_of_the_same_and_of_other_blocks_do_not_disturb_each_other() throws Exception {
    List<byte[]> blocks = IntStream.range(0, 40).mapToObj(i -> random(100 + i, 2_000)).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<PutOutcome>> puts =
          IntStream.range(0, 160)
              .mapToObj(i -> (Callable<PutOutcome>) () -> open().put(blocks.get(i % 40)))
              .toList();
      for (Future<PutOutcome> put : threads.invokeAll(puts)) {
        assertThat(put.get()).isInstanceOf(PutOutcome.Stored.class);
      }
    }
    blocks.forEach(block -> assertFound(open(), block));
  }

  protected static void assertFound(BlockStore store, byte[] block) {
    assertThat(store.get(Cid.of(block)))
        .isInstanceOfSatisfying(
            GetOutcome.Found.class, found -> assertThat(found.block()).isEqualTo(block));
  }

  protected static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
