package org.chartseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.HomeMaking;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ChartsealCommandTest {

  private final TestTerminal terminal = new TestTerminal();

  private static final String CLAIM = "11".repeat(32);

  @TempDir Path folder;

  @Test
  void the_version_is_the_one_that_was_built() {
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out().strip()).matches("chartseal \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "--home x, true",
    "--home=x, true",
    "--home x --rehearse, true",
    "record adan, false",
    "--home x record, false",
    "--version, false",
    "--json, false"
  })
  void only_the_home_folder_beside_it_opens_the_window(String typed, boolean opens) {
    String[] arguments = typed.isEmpty() ? new String[0] : typed.split(" ", -1);
    assertThat(ChartsealCommand.opensWindow(arguments)).isEqualTo(opens);
  }

  @Test
  void a_command_that_is_none_is_answered_in_a_line_with_what_was_probably_meant() {
    assertThat(terminal.run("recrd", "adan")).isEqualTo(2);
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .contains("There is no command 'recrd'. Did you mean 'record'")
        .contains("'chartseal help' lists the commands.")
        .contains("CS-USE-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record x --asx y | There is no option '--asx' here. Did you mean '--as'? See 'chartseal help record'.",
        "record | PATIENT is missing. See 'chartseal help record'.",
        "record one two | 'two' is one word too many. See 'chartseal help record'.",
        "claim make x | --member ID is missing. See 'chartseal help claim make'.",
        "decide 4f --line 1 --approve | What is missing: --reason=TEXT. See 'chartseal help decide'.",
        "demo --patients x | 'x' is no value for --patients N. See 'chartseal help demo'.",
        "consent | Say what to do: ask, withdraw, list, approve, refuse or revoke. See 'chartseal help consent'.",
        "help consent askk | There is no command 'askk'. Did you mean 'ask'? See 'chartseal help consent'."
      })
  void wrong_use_is_told_in_a_line(String typed, String sentence) {
    assertThat(terminal.run(typed.split(" "))).isEqualTo(2);
    assertThat(terminal.err().strip()).isEqualTo(sentence + " (CS-USE-01)");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void help_reaches_the_commands_of_a_command_and_so_does_its_option() {
    assertThat(terminal.run("help", "consent", "ask")).isZero();
    String help = terminal.out();
    assertThat(help).contains("Usage: chartseal consent ask").contains("--until");
    TestTerminal other = new TestTerminal();
    assertThat(other.run("consent", "ask", "--help")).isZero();
    assertThat(other.out()).isEqualTo(help);
  }

  @Test
  void every_help_ends_its_sentences_and_its_examples_can_be_pasted() {
    for (CommandLine command : all(terminal.command())) {
      String name = command.getCommandSpec().qualifiedName();
      for (String paragraph : command.getCommandSpec().usageMessage().description()) {
        assertThat(paragraph).as(name).matches("(?s)[A-Z].*[.]");
      }
      for (String line : command.getCommandSpec().usageMessage().footer()) {
        if (line.startsWith("  ")) {
          assertThat(command.getUsageMessage().lines()).as(name).contains(line);
        }
      }
    }
  }

  private static List<CommandLine> all(CommandLine line) {
    List<CommandLine> all = new ArrayList<>(List.of(line));
    line.getSubcommands().values().forEach(below -> all.addAll(all(below)));
    return all;
  }

  @Test
  void names_and_arguments_are_looked_at_before_anything_is_opened() throws Exception {
    // What is no network would be the environment's fault as soon as it were opened.
    Files.createFile(folder.resolve("network.json"));
    Identities identities = new Identities(new HomeFolder(folder));
    identities.put(new Identity("dr-kim", IdentityRole.CLINICIAN, 1, "Dr Kim Minji"));
    identities.put(new Identity("adan", IdentityRole.PATIENT, 0, "Adan"));
    Path file = Files.createFile(folder.resolve("a.card"));
    for (String typed :
        new String[] {
          "visit nobody --as dr-kim|CS-USE-26",
          "visit FOLDER --as dr-kim|CS-USE-25",
          "record nobody --as dr-kim|CS-USE-26",
          "record adan --purpose curiosity --as dr-kim|CS-USE-06",
          "record adan --as dr-kim --pin-file FOLDER/none|CS-PIN-03",
          "record adan --as dr-kim --pin-file FOLDER|CS-PIN-03",
          "record adan --as dr-kim --pin-stdin --pin-file FILE|CS-PIN-07",
          "record FILE --as adan|CS-USE-28",
          "access FILE --as adan|CS-USE-15",
          "consent list --as dr-kim|CS-USE-10",
          "consent list FILE --as adan|CS-USE-27",
          "consent ask adan --until soon --as dr-kim|CS-USE-08",
          "consent ask adan --years 20 --as dr-kim|CS-USE-09",
          "consent ask adan --class X --as dr-kim|CS-USE-07",
          "consent approve x --until soon --as adan|CS-USE-08",
          "show adan --as dr-kim|CS-USE-13",
          "show nobody/1.N.0.2024.0.0 --as dr-kim|CS-USE-26",
          "retract adan --reason x --as dr-kim|CS-USE-13",
          "claim make adan --member x --as dr-kim|CS-USE-13",
          "claim submit nix --as dr-kim|CS-USE-18",
          "import adan --note x --replaces adan/1 --as dr-kim|CS-USE-13",
          "decide --all --as dr-kim|CS-USE-34",
          "settle --as dr-kim|CS-USE-34",
          "decide nix --as dr-kim|CS-USE-18",
          "decide 4fe2 --line 1 --approve --amount much --reason x --as dr-kim|CS-USE-23",
          "decide 4fe2 --line 1 --deny NO --reason x --as dr-kim|CS-USE-24"
        }) {
      String[] parts = typed.split("[|]");
      TestTerminal asked = new TestTerminal();
      String[] arguments =
          parts[0].replace("FOLDER", folder.toString()).replace("FILE", file.toString()).split(" ");
      assertThat(run(asked, arguments)).as(typed).isEqualTo(2);
      assertThat(asked.err()).as(typed).contains(parts[1]);
    }
  }

  @Test
  void a_patient_of_a_home_that_is_being_made_may_come_yet() throws Exception {
    Files.createFile(folder.resolve("network.json"));
    HomeFolder home = new HomeFolder(folder);
    new Identities(home).put(new Identity("dr-kim", IdentityRole.CLINICIAN, 1, "Dr Kim Minji"));
    new HomeMaking(home).note(new HomeMaking.Stage(4, 13));
    assertThat(run("visit", "adan", "--as", "dr-kim")).isEqualTo(3);
    assertThat(run("record", "adan", "--as", "adan")).isEqualTo(3);
    assertThat(terminal.err().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("still being made (4 of 13 steps are done)"));
  }

  @Test
  void a_file_that_is_missing_does_not_keep_the_others_from_being_replayed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.decision"), "nonsense");
    Path none = folder.resolve("none.decision");
    assertThat(run("replay", none.toString(), folder.toString(), file.toString())).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err())
        .contains(none + ": There is no such file.")
        .contains(folder + ": This is a folder.")
        .contains(file + ": ")
        .contains("CS-DECISION-01");
  }

  @Test
  void a_decision_file_that_is_refused_is_named_as_a_failure() throws Exception {
    Path one = Files.writeString(folder.resolve("one.decision"), "nonsense");
    Path two = Files.writeString(folder.resolve("two.decision"), "nonsense");
    assertThat(run("replay", one.toString(), two.toString(), "--json")).isEqualTo(1);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"code\":\"CS-DECISION-01\""));
    assertThat(terminal.err()).contains(one.toString()).contains(two.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo", "visit", "consent", "record", "show", "import", "retract", "access", "doctor",
        "decide", "replay", "settle", "rules", "story", "claim", "help"
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
    return run(terminal, arguments);
  }

  private int run(TestTerminal terminal, String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = folder.toString();
    return terminal.run(all);
  }
}
