package org.chartseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands, pasted into a shell. */
class ReadmeTest {

  private static final String LAUNCHER = "app/target/chartseal/bin/chartseal";

  @TempDir Path folder;

  @Test
  void what_the_readme_says_to_type_is_understood_in_folders_whose_names_have_spaces()
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "There is no /bin/sh to paste into.");
    List<String> typed = commands();
    Path checkout = Files.createDirectories(folder.resolve("my checkout"));
    Path user = Files.createDirectories(folder.resolve("my home"));
    Path home = Files.createDirectories(user.resolve("chartseal-demo"));
    Files.writeString(Files.createDirectories(home.resolve("claims")).resolve("a.decision"), "");
    Path launcher = checkout.resolve(LAUNCHER);
    Files.createDirectories(launcher.getParent());
    Files.writeString(launcher, "#!/bin/sh\nprintf '%s\\t' \"$@\"\necho\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();

    ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-e").directory(checkout.toFile());
    shell.environment().put("HOME", user.toString());
    Process pasted = shell.redirectErrorStream(true).start();
    try (var in = pasted.getOutputStream()) {
      in.write((String.join("\n", typed) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String answers = new String(pasted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(pasted.waitFor()).as(answers).isZero();

    List<String> lines = answers.lines().toList();
    assertThat(lines)
        .hasSize((int) typed.stream().filter(line -> line.startsWith("chartseal ")).count())
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.contains("--pin-file\t" + home.resolve("demo-pins.txt")));
    for (String line : lines) {
      understood(line.split("\t"));
    }
  }

  private static List<String> commands() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md"), StandardCharsets.UTF_8);
    int from = readme.indexOf("## The story in the terminal");
    return readme
        .substring(from, readme.indexOf("\n## ", from + 1))
        .lines()
        .filter(line -> line.startsWith("    "))
        .map(String::strip)
        .toList();
  }

  private static void understood(String[] arguments) {
    assertThat(new TestTerminal().command().parseArgs(arguments).subcommand())
        .as(Arrays.toString(arguments))
        .isNotNull();
  }
}
