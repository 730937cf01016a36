package org.chartseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsealCommandTest {

  private final TestTerminal terminal = new TestTerminal();

  private static final String CLAIM = "11".repeat(32);

  @TempDir Path folder;

  @Test
  void the_version_is_the_one_that_was_built() {
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out().strip()).matches("chartseal \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void with_a_command_that_is_none_the_usage_is_shown_as_wrong_use() {
    assertThat(terminal.run("nonsense")).isEqualTo(2);
    assertThat(terminal.err()).contains("Usage: chartseal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo", "visit", "consent", "record", "show", "import", "retract", "access", "doctor",
        "decide"
      })
  void help_explains_each_command_with_an_example(String command) {
    assertThat(terminal.run("help", command)).isZero();
    assertThat(terminal.out()).containsPattern("Examples?:").contains("chartseal " + command);
  }

  @Test
  void wrong_use_is_json_on_standard_error_when_json_is_asked_for() {
    assertThat(terminal.run("record", "--json")).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().strip()).startsWith("{\"code\":\"CS-USE-01\",\"message\":");
  }

  @Test
  void a_home_that_is_not_there_is_the_environments_fault() {
    assertThat(run("record", "somebody", "--as", "dr-kim", "--json")).isEqualTo(3);
    assertThat(terminal.err()).contains("\"code\":\"CS-HOME-01\"").contains("chartseal demo");
  }

  @Test
  void a_home_that_is_a_file_is_named_as_such() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(terminal.run("consent", "list", "--as", "x", "--home", file.toString()))
        .isEqualTo(3);
    assertThat(terminal.err()).contains("CS-HOME-06");
  }

  @Test
  void a_person_rules_on_one_line_of_one_claim_one_way_and_with_a_reason() {
    for (String[] wrong :
        new String[][] {
          {"decide", CLAIM, "--line", "1", "--approve", "--deny", "CO-50", "--reason", "x"},
          {"decide", CLAIM, "--line", "1", "--approve"},
          {"decide", CLAIM, "--line", "1", "--reason", "x"},
          {"decide", CLAIM, "--approve", "--reason", "x"},
          {"decide", "--all", "--line", "1", "--approve", "--reason", "x"},
          {"decide", CLAIM, CLAIM, "--line", "1", "--approve", "--reason", "x"}
        }) {
      assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
    }
  }

  @Test
  void nobody_is_assumed_to_act() throws Exception {
    Files.createFile(folder.resolve("network.json"));
    assertThat(run("access", "somebody", "--json")).isEqualTo(2);
    assertThat(terminal.err()).contains("CS-USE-02");
  }

  @Test
  void an_identity_that_is_not_known_is_wrong_use() throws Exception {
    Files.createFile(folder.resolve("network.json"));
    assertThat(run("access", "somebody", "--as", "nobody", "--json")).isEqualTo(2);
    assertThat(terminal.err()).contains("CS-USE-03");
  }

  @Test
  void no_option_takes_a_pin_as_an_argument() {
    assertThat(run("doctor", "--pin", "123456")).isEqualTo(2);
    assertThat(terminal.err()).doesNotContain("Unmatched argument at index 0: '123456'");
  }

  @Test
  void the_doctor_says_what_is_missing_and_what_to_do() {
    assertThat(run("doctor", "--json")).isEqualTo(3);
    assertThat(terminal.out())
        .contains("\"check\":\"home\",\"state\":\"problem\"")
        .contains("chartseal demo");
  }

  @Test
  void the_doctor_finds_a_damaged_memory_of_the_newest_block() throws Exception {
    Files.createFile(folder.resolve("network.json"));
    Files.writeString(folder.resolve("head"), "damaged");
    assertThat(run("doctor", "--json")).isEqualTo(3);
    assertThat(terminal.out())
        .contains("\"check\":\"newest block\",\"state\":\"problem\"")
        .contains("CS-NETW-09");
  }

  @Test
  void importing_nothing_is_wrong_use() throws Exception {
    Files.createFile(folder.resolve("network.json"));
    assertThat(run("import", "somebody", "--as", "dr-kim")).isEqualTo(2);
    assertThat(terminal.err()).contains("CS-USE-05");
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = folder.toString();
    return terminal.run(all);
  }
}
