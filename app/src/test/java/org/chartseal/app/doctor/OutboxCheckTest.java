package org.chartseal.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.network.NetworkFile;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.outbox.ActDraft;
import org.chartseal.services.outbox.ActKind;
import org.chartseal.services.outbox.OpenOutcome;
import org.chartseal.services.outbox.OutboxFile;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxCheckTest {

  private static final NetworkFile NETWORK =
      new NetworkFile(
          "North region",
          false,
          new LedgerNetwork(
              BigInteger.TEN,
              List.of(URI.create("https://a.example")),
              1,
              contract("11"),
              contract("22"),
              contract("33"),
              17,
              12,
              Duration.ofMinutes(10)));

  @TempDir Path folder;

  private HomeFolder home;

  @BeforeEach
  void joinNetwork() throws Exception {
    home = new HomeFolder(folder);
    new NetworkHome(folder).save(NETWORK);
  }

  @Test
  void where_nothing_was_signed_no_outbox_is_made() {
    assertThat(new OutboxCheck(home).look().grade()).isEqualTo(Finding.Grade.WELL);
    assertThat(home.outbox()).doesNotExist();
  }

  @Test
  void what_is_on_its_way_is_counted_with_what_carries_it_on() throws HomeException {
    home.hideInternals();
    OpenOutcome.Opened opened =
        (OpenOutcome.Opened) new OutboxFile(home.outbox(), NETWORK.ledger().deployment()).open();
    try (var outbox = opened.outbox()) {
      assertThat(new OutboxCheck(home).look().words())
          .isEqualTo("Everything that was signed is final.");
      outbox.act(new ActDraft(new ActKind("later/9"), new byte[0], Owner.NONE, Set.of()));
      Finding finding = new OutboxCheck(home).look();
      assertThat(finding.grade()).isEqualTo(Finding.Grade.WELL);
      assertThat(finding.words())
          .contains("Signed and on the way: 1, the oldest since 20")
          .contains("'chartseal claim submit'");
    }
  }

  private static PinnedContract contract(String digits) {
    return new PinnedContract(Address.ofHex(digits.repeat(20)), Hash32.ofHex(digits.repeat(32)));
  }
}
