package org.chartseal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_version_is_the_one_that_was_built() {
    assertThat(execute("--version")).isEqualTo(CommandLine.ExitCode.OK);
    assertThat(out.toString().strip()).matches("chartseal \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void without_a_command_the_usage_is_shown_as_an_error() {
    assertThat(execute()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("Usage: chartseal");
  }

  private int execute(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
