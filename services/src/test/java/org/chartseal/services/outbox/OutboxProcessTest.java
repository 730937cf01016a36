package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;
import static org.chartseal.services.outbox.Bench.NEW_LANE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write into one outbox are killed, and a disk takes no more. */
class OutboxProcessTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("outbox.db");
  }

  /** Queues one entry after another, and says each that is held. */
  static final class QueueingProcess {
    private QueueingProcess() {}

    public static void main(String[] args) {
      TestWriter hospital = TestWriter.organisation(DEPLOYMENT, 7, 1);
      try (Outbox outbox = Bench.opened(new OutboxFile(Path.of(args[0]), DEPLOYMENT).open())) {
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
          EnqueueOutcome outcome =
              outbox.enqueue(
                  List.of(EntryRequest.own(hospital.lane(0), Owner.NONE)),
                  NEW_LANE,
                  hospital::seal);
          QueuedEntry entry = ((EnqueueOutcome.Accepted) outcome).entries().getFirst();
          System.out.println(entry.place().n());
        }
      } catch (OutboxException e) {
        System.out.println(e.fault().code());
      }
    }
  }

  private Process start(int entries, List<String> before) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            QueueingProcess.class.getName(),
            file().toString(),
            Integer.toString(entries)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private List<Integer> places() {
    try (Outbox outbox = Bench.opened(new OutboxFile(file(), DEPLOYMENT).open())) {
      return outbox.pending().stream()
          .map(QueuedEntry.class::cast)
          .map(entry -> entry.place().n())
          .toList();
    }
  }

  @Test
  void three_processes_write_at_once_and_one_is_killed_and_no_place_is_lost_or_shared()
      throws Exception {
    List<Process> processes =
        List.of(start(40, List.of()), start(100_000, List.of()), start(40, List.of()));
    int held = 0;
    try (BufferedReader victim = said(processes.get(1))) {
      for (int i = 0; i < 30; i++) {
        victim.readLine();
        held++;
      }
      processes.get(1).toHandle().destroyForcibly();
      String line = victim.readLine();
      while (line != null) {
        held++;
        line = victim.readLine();
      }
    }
    for (Process process : List.of(processes.getFirst(), processes.getLast())) {
      try (BufferedReader lines = said(process)) {
        assertThat(lines.lines()).hasSize(40);
      }
    }
    List<Integer> places = places();
    assertThat(places)
        .containsExactlyElementsOf(IntStream.range(0, places.size()).boxed().toList());
    assertThat(places).as("all that was said to be held").hasSizeGreaterThanOrEqualTo(80 + held);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_disk_that_takes_no_more_refuses_the_next_entry_and_keeps_those_before() throws Exception {
    // A real refusal of the operating system: no file may grow beyond 3,000 KiB.
    Process process = start(100_000, List.of("bash", "-c", "ulimit -f 3000; exec \"$0\" \"$@\""));
    List<String> lines;
    try (BufferedReader reader = said(process)) {
      lines = reader.lines().toList();
    }
    assertThat(lines.getLast()).startsWith("CS-OUTB-");
    assertThat(places())
        .map(String::valueOf)
        .containsExactlyElementsOf(lines.subList(0, lines.size() - 1));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void other_accounts_of_the_machine_cannot_read_it() throws IOException {
    try (Outbox outbox = Bench.opened(new OutboxFile(file(), DEPLOYMENT).open())) {
      assertThat(outbox.pending()).isEmpty();
      for (String name : List.of("outbox.db", "outbox.db-wal")) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
            .isEqualTo("rw-------");
      }
    }
  }
}
