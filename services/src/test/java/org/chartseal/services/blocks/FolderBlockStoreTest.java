package org.chartseal.services.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chartseal.services.blocks.BlockStore.GetOutcome;
import org.chartseal.services.blocks.BlockStore.PutOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderBlockStoreTest extends BlockStoreContract {

  @TempDir Path home;

  @Override
  protected BlockStore open() {
    return new FolderBlockStore(home.resolve("blocks"));
  }

  @Override
  protected void tamper(Cid cid, byte[] bytes) {
    try {
      Files.write(file(cid), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_file_cut_short_or_emptied_by_a_crash_is_corrupt() {
    byte[] block = random(20, 900);
    Cid cid = Cid.of(block);
    open().put(block);
    tamper(cid, java.util.Arrays.copyOf(block, 899));
    assertThat(open().get(cid)).isEqualTo(new GetOutcome.Corrupt(cid));
    tamper(cid, new byte[0]);
    assertThat(open().get(cid)).isEqualTo(new GetOutcome.Corrupt(cid));
    tamper(cid, new byte[BlockStore.MAX_BLOCK * 2]);
    assertThat(open().get(cid)).isEqualTo(new GetOutcome.Corrupt(cid));
  }

  @Test
  void a_folder_that_is_gone_is_a_failure_and_does_not_pass_for_missing_blocks() {
    assertThat(open().get(Cid.of(random(21, 9)))).isInstanceOf(GetOutcome.Failed.class);
  }

  @Test
  void a_folder_that_cannot_be_made_is_a_failure_without_its_path() throws IOException {
    Files.writeString(home.resolve("blocks"), "a file in its place");
    assertThat(open().put(random(22, 9)))
        .isInstanceOfSatisfying(
            PutOutcome.Failed.class,
            failed -> assertThat(failed.reason()).doesNotContain(home.toString()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_in_the_place_of_a_block_is_not_followed() throws IOException {
    byte[] block = random(23, 50);
    Cid cid = Cid.of(block);
    open().put(block);
    Path outside = Files.write(home.resolve("outside"), block);
    Files.delete(file(cid));
    Files.createSymbolicLink(file(cid), outside);
    assertThat(open().get(cid)).isInstanceOf(GetOutcome.Failed.class);

    assertThat(open().put(block)).isInstanceOf(PutOutcome.Stored.class);
    assertThat(file(cid))
        .isRegularFile()
        .satisfies(f -> assertThat(Files.isSymbolicLink(f)).isFalse());
    assertThat(outside).hasBinaryContent(block);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_in_the_place_of_a_folder_of_blocks_is_not_written_through() throws IOException {
    byte[] block = random(24, 50);
    Path outside = Files.createDirectory(home.resolve("outside"));
    Files.createDirectories(file(Cid.of(block)).getParent().getParent());
    Files.createSymbolicLink(file(Cid.of(block)).getParent(), outside);
    assertThat(open().put(block)).isInstanceOf(PutOutcome.Failed.class);
    assertThat(outside).isEmptyDirectory();
    assertThat(open().get(Cid.of(block))).isInstanceOf(GetOutcome.Failed.class);
  }

  @Test
  void what_a_crash_left_half_written_is_ignored_and_cleaned_when_it_is_old() throws IOException {
    byte[] block = random(25, 50);
    open().put(block);
    Path shard = file(Cid.of(block)).getParent();
    Path old = Files.write(shard.resolve(".unfinished-old"), random(26, 5));
    Path fresh = Files.write(shard.resolve(".unfinished-fresh"), random(27, 5));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    open().put(block);
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertFound(open(), block);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_disk_that_takes_no_more_bytes_is_a_failure_that_leaves_nothing_behind() throws Exception {
    // A real refusal of the operating system in a child process: no file may grow beyond 100 KiB.
    List<String> command =
        List.of(
            "bash",
            "-c",
            "ulimit -f 100; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            System.getProperty("java.class.path"),
            PutLargeBlock.class.getName(),
            home.resolve("blocks").toString());
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said.toLowerCase(Locale.ROOT)).contains("failed[").doesNotContain(home.toString());
    try (Stream<Path> left = Files.walk(home)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  /** The child process of the test before. */
  static final class PutLargeBlock {
    private PutLargeBlock() {}

    public static void main(String[] args) {
      System.out.println(new FolderBlockStore(Path.of(args[0])).put(random(28, 400_000)));
    }
  }

  private Path file(Cid cid) {
    String text = cid.text();
    return home.resolve("blocks").resolve(text.substring(56, 58)).resolve(text);
  }
}
