package org.chartseal.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chartseal.services.locks.ProcessLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class HomeLogTest {

  @TempDir Path folder;

  @Test
  void our_warnings_stand_in_the_homes_file_for_its_owner_alone_and_a_librarys_words_do_not()
      throws Exception {
    HomeLog.keepIn(new HomeFolder(folder));
    LoggerFactory.getLogger("org.chartseal.test").warn("the node was late");
    LoggerFactory.getLogger("org.chartseal.test").info("nothing to worry about");
    LoggerFactory.getLogger("ca.uhn.fhir").error("content of a document");
    Path log = folder.resolve("chartseal.log");
    assertThat(Files.readString(log))
        .contains("WARN")
        .contains("the node was late")
        .doesNotContain("nothing to worry about")
        .doesNotContain("content of a document");
    assertThat(OwnerOnly.isOpenToOthers(log)).isFalse();
  }

  @Test
  void a_folder_that_is_not_there_is_not_made_for_a_log() {
    HomeFolder nowhere = new HomeFolder(folder.resolve("nowhere"));
    HomeLog.keepIn(nowhere);
    LoggerFactory.getLogger("org.chartseal.test").warn("the node was late");
    assertThat(nowhere.root()).doesNotExist();
  }

  @Test
  void a_log_does_not_grow_for_ever() throws Exception {
    Path log = Files.write(folder.resolve("chartseal.log"), new byte[(1 << 20) + 1]);
    HomeLog.keepIn(new HomeFolder(folder));
    LoggerFactory.getLogger("org.chartseal.test").warn("the node was late");
    assertThat(Files.size(log)).isLessThan(1000);
    assertThat(folder.resolve("chartseal.log.1")).hasSize((1 << 20) + 1);
  }

  @Test
  void while_another_process_turns_the_log_over_a_line_goes_where_it_went_before()
      throws Exception {
    Path log = Files.write(folder.resolve("chartseal.log"), new byte[(1 << 20) + 1]);
    HomeLog.keepIn(new HomeFolder(folder));
    try (ProcessLock _ = ProcessLock.acquire(folder.resolve("chartseal.log.lock"))) {
      LoggerFactory.getLogger("org.chartseal.test").warn("the node was late");
    }
    assertThat(Files.size(log)).isGreaterThan((1 << 20) + 1);
    assertThat(folder.resolve("chartseal.log.1")).doesNotExist();
  }
}
