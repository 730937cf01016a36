package org.chartseal.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence or two what of a command line was not understood, and where to look. */
final class WrongUse {

  private static final int FEW = 3;

  private WrongUse() {}

  static String words(ParameterException e) {
    String what =
        switch (e) {
          case UnmatchedArgumentException unmatched -> unmatched(unmatched);
          case MissingParameterException missing when !required(missing).isEmpty() ->
              missing(required(missing));
          case ParameterException wrong
              when wrong.getArgSpec() instanceof OptionSpec option && wrong.getValue() != null ->
              "'" + wrong.getValue() + "' is no value for " + name(option) + ".";
          default -> sentence(String.valueOf(e.getMessage()));
        };
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    String root = e.getCommandLine().getCommandSpec().root().name();
    return what
        + (command.equals(root)
            ? " '" + root + " help' lists the commands."
            : " See '" + root + " help" + command.substring(root.length()) + "'.");
  }

  /** What follows the first word is not repeated: it may be a PIN that was meant for an option. */
  private static String unmatched(UnmatchedArgumentException e) {
    String word = e.getUnmatched().getFirst();
    String what;
    if (word.startsWith("-")) {
      what = "There is no option '" + word.replaceFirst("=.*", "") + "' here.";
    } else if (e.getCommandLine().getSubcommands().isEmpty()) {
      what = "'" + word + "' is one word too many.";
    } else {
      what = "There is no command '" + word + "'.";
    }
    List<String> similar = e.getSuggestions();
    return similar.isEmpty()
        ? what
        : what
            + similar.stream()
                .limit(FEW)
                .collect(Collectors.joining("' or '", " Did you mean '", "'?"));
  }

  private static List<ArgSpec> required(MissingParameterException e) {
    // Of a group everything is listed, and only the message tells what is missing.
    return e.getMissing().stream()
        .filter(argument -> argument.required() && argument.group() == null)
        .toList();
  }

  private static String missing(List<ArgSpec> missing) {
    String names = missing.stream().map(WrongUse::name).collect(Collectors.joining(" and "));
    return names + (missing.size() == 1 ? " is missing." : " are missing.");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private static String sentence(String message) {
    String plain =
        message
            .strip()
            .replaceFirst("^Error: ", "")
            .replaceFirst("^Missing required argument\\(s\\):", "What is missing:");
    return plain.endsWith(".") ? plain : plain + ".";
  }
}
