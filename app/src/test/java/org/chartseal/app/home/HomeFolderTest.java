package org.chartseal.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import org.chartseal.services.locks.ProcessLock;
import org.chartseal.signing.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {

  private static final Path USER = Path.of("/home/user");

  @TempDir Path folder;

  @Test
  void each_system_has_its_own_place() {
    assertThat(HomeLocation.of(Map.of(), "Linux", USER))
        .isEqualTo(USER.resolve(".local/share/chartseal"));
    assertThat(HomeLocation.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", USER))
        .isEqualTo(Path.of("/data/chartseal"));
    assertThat(HomeLocation.of(Map.of(), "Mac OS X", USER))
        .isEqualTo(USER.resolve("Library/Application Support/Chartseal"));
    assertThat(HomeLocation.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", USER))
        .isEqualTo(Path.of("/local/Chartseal"));
    assertThat(HomeLocation.of(Map.of("CHARTSEAL_HOME", "/here"), "Linux", USER))
        .isEqualTo(Path.of("/here"));
  }

  @Test
  void the_home_and_what_is_in_it_are_the_owners_alone() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    home.create();
    try (Pin pin = new DemoPins(home, new SecureRandom()).findOrDraw("dr-kim")) {
      assertThat(pin.<Integer>use(digits -> digits.length)).isEqualTo(6);
    }
    new Identities(home).put(new Identity("dr-kim", IdentityRole.CLINICIAN, 1, "Dr Kim"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keys())))
        .isEqualTo("rwx------");
    for (String name : new String[] {"demo-pins.txt", "identities.json"}) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.root().resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  /** A home whose outbox lies in plain sight. */
  private HomeFolder ofAnEarlierVersion() throws Exception {
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    home.create();
    Files.writeString(home.root().resolve("outbox.sqlite"), "jobs");
    Files.writeString(home.root().resolve("outbox.sqlite-wal"), "newer jobs");
    return home;
  }

  @Test
  void no_dialog_for_files_sees_the_outbox_and_an_earlier_one_is_taken_along() throws Exception {
    HomeFolder home = ofAnEarlierVersion();
    home.hideInternals();
    home.hideInternals();
    assertThat(home.outbox()).hasContent("jobs");
    assertThat(home.outbox().resolveSibling("outbox.sqlite-wal")).hasContent("newer jobs");
    Path first = home.root().relativize(home.outbox()).getName(0);
    assertThat(first.toString()).startsWith(".");
    assertThat(Files.isHidden(home.root().resolve(first)))
        .isEqualTo(!System.getProperty("os.name").startsWith("Windows"));
    assertThat(home.root()).isDirectoryNotContaining("glob:**outbox*");
  }

  @Test
  void an_adoption_that_was_interrupted_goes_on_and_of_two_outboxes_none_is_lost()
      throws Exception {
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    home.create();
    Path seen = home.root().resolve("outbox.sqlite");
    Files.writeString(home.outbox().resolveSibling("outbox.sqlite-wal"), "newer jobs");
    Files.writeString(seen, "jobs");
    home.hideInternals();
    assertThat(home.outbox()).hasContent("jobs");
    assertThat(home.outbox().resolveSibling("outbox.sqlite-wal")).hasContent("newer jobs");

    Files.writeString(seen, "jobs of an earlier version");
    assertThatThrownBy(home::hideInternals).hasMessageContaining("CS-HOME-09");
    assertThat(seen).hasContent("jobs of an earlier version");
    assertThat(home.outbox()).hasContent("jobs");
  }

  @Test
  void an_outbox_that_an_earlier_version_drains_stays_where_it_is() throws Exception {
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    home.create();
    Path seen = home.root().resolve("outbox.sqlite");
    Files.writeString(seen, "jobs");
    try (ProcessLock _ = ProcessLock.acquire(home.root().resolve("outbox.sqlite.drain"))) {
      assertThatThrownBy(home::hideInternals).hasMessageContaining("CS-HOME-10");
    }
    assertThat(seen).hasContent("jobs");
    home.hideInternals();
    assertThat(home.outbox()).hasContent("jobs");
  }

  @Test
  void several_that_start_at_once_take_it_along_once() throws Exception {
    HomeFolder home = ofAnEarlierVersion();
    try (var starts = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var start :
          starts.invokeAll(
              Collections.nCopies(
                  8,
                  () -> {
                    home.hideInternals();
                    return home;
                  }))) {
        assertThat(start.get()).isEqualTo(home);
      }
    }
    assertThat(home.outbox()).hasContent("jobs");
  }

  @Test
  void a_pin_is_drawn_once() throws Exception {
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    home.create();
    DemoPins pins = new DemoPins(home, new SecureRandom());
    try (Pin first = pins.findOrDraw("dr-kim");
        Pin other = pins.findOrDraw("dr-lee");
        Pin again = pins.findOrDraw("dr-kim")) {
      assertThat(again.<String>use(String::new)).isEqualTo(first.<String>use(String::new));
      assertThat(other.<Integer>use(digits -> digits.length)).isEqualTo(6);
    }
    assertThat(pins.find("nobody")).isEmpty();
    assertThat(Files.readString(pins.file())).startsWith("# Demonstration only");
  }

  @Test
  void identities_put_at_the_same_time_are_all_there() throws Exception {
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    home.create();
    Identities identities = new Identities(home);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        Identity identity = new Identity("patient-" + i, IdentityRole.PATIENT, 0, "Patient " + i);
        threads.submit(() -> {
          identities.put(identity);
          return identity;
        });
      }
    }
    assertThat(identities.all()).hasSize(20);
  }
}
