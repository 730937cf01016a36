package org.chartseal.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeMakingTest {

  @TempDir Path folder;

  @Test
  void a_home_that_somebody_makes_is_not_called_none() throws Exception {
    HomeFolder home = new HomeFolder(folder);
    HomeMaking making = new HomeMaking(home);
    making.note(new HomeMaking.Stage(3, 13));
    assertThatThrownBy(home::requireSetUp)
        .hasMessageContaining("CS-HOME-08")
        .hasMessageContaining("3 of 13 steps are done");
    making.end();
    assertThatThrownBy(home::requireSetUp).hasMessageContaining("CS-HOME-01");
  }

  @Test
  void a_process_that_was_killed_makes_nothing_any_more() throws Exception {
    HomeMaking making = new HomeMaking(new HomeFolder(folder));
    making.note(new HomeMaking.Stage(3, 13));
    Path file = folder.resolve("making.json");
    String own = "\"process\" : " + ProcessHandle.current().pid();
    Files.writeString(file, Files.readString(file).replace(own, "\"process\" : " + endedProcess()));
    assertThat(making.present()).isEmpty();
  }

  @Test
  void a_later_process_with_the_same_number_is_another_one() throws Exception {
    HomeMaking making = new HomeMaking(new HomeFolder(folder));
    making.note(new HomeMaking.Stage(3, 13));
    assertThat(making.present()).contains(new HomeMaking.Stage(3, 13));
    Path file = folder.resolve("making.json");
    Files.writeString(
        file, Files.readString(file).replaceAll("\"started\" : \\d+", "\"started\" : 1"));
    assertThat(making.present()).isEmpty();
  }

  private static long endedProcess() throws Exception {
    Process ended =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    ended.waitFor();
    return ended.pid();
  }
}
