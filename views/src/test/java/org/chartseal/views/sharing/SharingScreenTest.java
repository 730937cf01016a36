package org.chartseal.views.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.sending.Sent;
import org.chartseal.views.testing.Consents;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharingScreenTest {

  private final Patient desk = new Patient();
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void the_consents_are_saved_as_a_table(@TempDir Path folder) throws Exception {
    desk.share("a", new GrantStatus.Valid(Consents.NOW.plusSeconds(3600)), List.of());
    bench.show(bench.fx(() -> new SharingScreen(bench.kit(), desk)));
    bench.await(() -> bench.has("sharing-csv"));
    Path file = folder.resolve("sharing.csv");
    bench.exports().choose(file);
    bench.press("sharing-csv");
    bench.await(() -> bench.has("saving-where"));
    assertThat(Files.readString(file).lines())
        .hasSize(2)
        .anyMatch(line -> line.endsWith("Who,State,For what,What,Years,From,Until"))
        .anyMatch(line -> line.contains(",open,"));
  }

  @Test
  void each_consent_says_where_it_stands_and_only_what_holds_can_be_taken_back() throws Exception {
    Instant now = Consents.NOW;
    desk.share("a", new GrantStatus.Valid(now.plusSeconds(3600)), List.of());
    desk.share("b", new GrantStatus.NotYet(now.plusSeconds(3600)), List.of());
    desk.share("c", new GrantStatus.Expired(now.minusSeconds(3600)), List.of());
    desk.share("d", new GrantStatus.Revoked(now.minusSeconds(60)), List.of("Hana Clinic"));
    desk.share(
        "e",
        new GrantStatus.Unknown(CheckResult.unknown(Check.NOT_RETRACTED, "The block is old.")),
        List.of());
    bench.show(bench.fx(() -> new SharingScreen(bench.kit(), desk)));
    bench.awaitText("Taken back, not yet in effect at: Hana Clinic.");
    assertThat(bench.texts())
        .contains("open", "not yet", "ended", "taken back", "not known", "The block is old.")
        .contains("It ends by itself: 10:00")
        .contains("may read general", "will be able to read general", "could read general")
        .contains("It would have lasted until");
    assertThat(bench.fx(() -> visible("revoke-0"))).isTrue();
    assertThat(bench.fx(() -> visible("revoke-1"))).isTrue();
    assertThat(bench.fx(() -> visible("revoke-2"))).isFalse();
    assertThat(bench.fx(() -> visible("revoke-3"))).isFalse();
    bench.pictures("sharing");
  }

  @Test
  void taking_back_says_first_what_it_can_and_cannot_undo_and_then_asks_for_the_pin()
      throws Exception {
    desk.share("a", new GrantStatus.Valid(Consents.NOW.plusSeconds(3600)), List.of());
    bench.show(bench.fx(() -> new SharingScreen(bench.kit(), desk)));
    bench.awaitText("It ends by itself");
    bench.press("revoke-0");
    assertThat(bench.texts()).contains("already read or copied cannot be taken back");
    bench.picture("sharing-confirm");
    bench.pressWords("Take it back");
    bench.pin("9999");
    bench.awaitText("The PIN is wrong.");
    assertThat(desk.revoked).isEmpty();
    bench.pin("1234");
    bench.awaitText("You signed it.");
    assertThat(desk.revoked).containsExactly("a");
    assertThat(bench.fx(() -> visible("revoke-0"))).isFalse();
    desk.state = JobState.FINAL;
    bench.awaitText("You took it back");
  }

  private boolean visible(String id) {
    return bench.find(id, Node.class).isVisible();
  }

  /** A patient with the PIN 1234. */
  private static final class Patient implements SharingDesk {
    private final List<Share> shares = new ArrayList<>();
    private final List<String> revoked = new ArrayList<>();
    private volatile JobState state = JobState.SIGNED;

    void share(String id, GrantStatus status, List<String> behind) {
      shares.add(new Share(Consents.terms(id), status, behind, Optional.empty()));
    }

    @Override
    public List<Share> shares() {
      return shares.stream()
          .map(share ->
              revoked.contains(share.terms().id()) && state == JobState.FINAL
                  ? new Share(
                      share.terms(),
                      new GrantStatus.Revoked(Consents.NOW),
                      List.of(),
                      Optional.empty())
                  : share)
          .toList();
    }

    @Override
    public Optional<Sent> revocation(String consent) {
      return Optional.of(new Sent(state, Optional.empty()));
    }

    @Override
    public KeyHolder holder() {
      return new KeyHolder(
          "Hong Seo-yeon", KeyHolder.Kind.FILE, new PinStatus.Unknown(), PinStatus.Unknown::new);
    }

    @Override
    public Sent revoke(String consent, Pin pin, Progress progress) throws RefusedException {
      if (!pin.use(typed -> new String(typed).equals("1234"))) {
        throw new RefusedException(new Fault("CS-PIN-08", "The PIN is wrong."));
      }
      revoked.add(consent);
      return new Sent(state, Optional.empty());
    }

    @Override
    public Instant now() {
      return Consents.NOW;
    }
  }
}
