package org.chartseal.services.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.network.internal.NetworkFaults;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkHomeTest {

  @TempDir private Path folder;
  private NetworkHome home;

  @BeforeEach
  void makeHome() throws Exception {
    home = new NetworkHome(folder);
  }

  @Test
  void a_network_file_is_read_as_it_was_written() throws Exception {
    NetworkFile file = file();
    assertThat(home.networkFile()).isEqualTo(new NetworkFileOutcome.Missing());
    home.save(file);
    assertThat(home.networkFile()).isEqualTo(new NetworkFileOutcome.Loaded(file));
  }

  @Test
  void a_network_file_of_another_version_is_refused_in_words() throws Exception {
    home.save(file());
    rewrite("\"version\" : 1", "\"version\" : 2");
    assertThat(home.networkFile())
        .isEqualTo(new NetworkFileOutcome.Refused(NetworkFaults.OTHER_VERSION));
  }

  @Test
  void what_is_no_network_file_is_refused() throws Exception {
    for (String text : List.of("", "[]", "{\"version\":1}", "not JSON", "{\"version\":\"1\"}")) {
      Files.writeString(folder.resolve("network.json"), text);
      assertThat(home.networkFile())
          .as(text)
          .isEqualTo(new NetworkFileOutcome.Refused(NetworkFaults.NOT_A_NETWORK_FILE));
    }
    home.save(file());
    rewrite("https://b.example", "file:///b.example");
    assertThat(home.networkFile()).isInstanceOf(NetworkFileOutcome.Refused.class);
  }

  @Test
  void a_minority_is_no_quorum() throws Exception {
    home.save(file());
    rewrite("\"quorum\" : 2", "\"quorum\" : 1");
    assertThat(home.networkFile()).isInstanceOf(NetworkFileOutcome.Refused.class);
  }

  @Test
  void the_relayers_key_is_made_once_and_is_the_owners_alone() throws Exception {
    Address account = home.relayerKey().address();
    assertThat(new NetworkHome(folder).relayerKey().address()).isEqualTo(account);
    Path file = folder.resolve("relayer.key");
    Assumptions.assumeTrue(
        Files.getFileStore(file).supportsFileAttributeView("posix"),
        "this file system has no POSIX permissions");
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void the_newest_block_is_remembered_and_never_lowered() throws Exception {
    HeadMemory memory = home.headMemory();
    assertThat(memory.highest()).isEqualTo(new HeadMemory.Outcome.Remembered(-1));
    assertThat(memory.accept(12)).isEqualTo(new HeadMemory.Outcome.Remembered(12));
    assertThat(memory.accept(7)).isEqualTo(new HeadMemory.Outcome.Remembered(12));
    assertThat(new NetworkHome(folder).headMemory().highest())
        .isEqualTo(new HeadMemory.Outcome.Remembered(12));
  }

  @Test
  void a_damaged_memory_of_the_newest_block_is_a_named_fault_and_is_not_written_over()
      throws Exception {
    HeadMemory memory = home.headMemory();
    Path file = folder.resolve("head");
    for (String damage : List.of("", "twelve", "-4", "99999999999999999999")) {
      Files.writeString(file, damage);
      HeadMemory.Outcome failed = new HeadMemory.Outcome.Failed(NetworkFaults.HEAD_UNREADABLE);
      assertThat(memory.highest()).isEqualTo(failed);
      assertThat(memory.accept(13)).isEqualTo(failed);
      assertThat(file).hasContent(damage);
    }
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(memory.accept(13))
        .isEqualTo(new HeadMemory.Outcome.Failed(NetworkFaults.HEAD_UNREADABLE));
  }

  private void rewrite(String from, String to) throws Exception {
    Path file = folder.resolve("network.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static NetworkFile file() {
    return new NetworkFile(
        "North region",
        false,
        new LedgerNetwork(
            new BigInteger("31337000000001"),
            List.of(
                URI.create("https://a.example:8545/key"),
                URI.create("https://b.example"),
                URI.create("http://c.example")),
            2,
            contract("11"),
            contract("22"),
            contract("33"),
            17,
            12,
            Duration.ofMinutes(10)));
  }

  private static PinnedContract contract(String digits) {
    return new PinnedContract(Address.ofHex(digits.repeat(20)), Hash32.ofHex(digits.repeat(32)));
  }
}
