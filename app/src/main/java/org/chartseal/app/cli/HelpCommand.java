package org.chartseal.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code chartseal help}, also of a command's own commands. */
@Command(
    name = "help",
    description = "Explains a command, with an example.",
    helpCommand = true,
    footer = {"", "Example:", "  chartseal help consent ask"})
final class HelpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "Which one; all of them are listed without it.")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    CommandLine shown = spec.root().commandLine();
    for (String word : words) {
      CommandLine next = shown.getSubcommands().get(word);
      if (next == null) {
        throw new UnmatchedArgumentException(shown, List.of(word));
      }
      shown = next;
    }
    shown.usage(spec.commandLine().getOut());
    return ExitStatus.DONE.code();
  }
}
