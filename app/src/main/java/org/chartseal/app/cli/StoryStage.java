package org.chartseal.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chartseal.services.seal.Fault;

/**
 * Where the story is played: runs the very commands that a reader could type, and says how long
 * each took.
 */
final class StoryStage {

  private static final int FEW = 6;

  private final Terminal terminal;
  private final Path home;
  private final Path pins;

  StoryStage(Terminal terminal, Path home, Path pins) {
    this.terminal = terminal;
    this.home = home;
    this.pins = pins;
  }

  /** The folder in which it is played. */
  Path home() {
    return home;
  }

  /** Begins a step. */
  void announce(int number, String title, String sentence) {
    terminal.out().printf("%n── %d. %s%n%s%n", number, title, sentence);
    terminal.out().flush();
  }

  /** Says what was measured, or what it means. */
  void say(String words) {
    terminal.out().println(words);
    terminal.out().flush();
  }

  /** Waits for Enter when somebody is at the keyboard. */
  void pause() {
    terminal.console().ifPresent(console -> console.readLine("%n[Enter goes on] "));
  }

  /**
   * Runs a command that has to succeed.
   *
   * @return its answers
   */
  List<Row> run(String... arguments) throws CommandFailure {
    Played played = play(arguments);
    if (played.status() != ExitStatus.DONE.code()) {
      throw CommandFailure.environment(
          played
              .output()
              .why()
              .orElse(
                  new Fault(
                      "CS-STORY-01",
                      "A step of the story did not end as it should. Run 'chartseal doctor'.")));
    }
    return played.output().rows();
  }

  /** Runs a command that has to be refused. */
  Fault runRefused(String... arguments) throws CommandFailure {
    Played played = play(arguments);
    if (played.status() != ExitStatus.REFUSED.code() || played.output().why().isEmpty()) {
      throw CommandFailure.environment(
          new Fault(
              "CS-STORY-02",
              "A step of the story that has to be refused was not. Run 'chartseal doctor'."));
    }
    return played.output().why().get();
  }

  private Played play(String... arguments) {
    terminal.out().println();
    terminal.out().println("$ chartseal " + shown(arguments));
    terminal.out().flush();
    List<StoryOutput> made = new ArrayList<>();
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--home", home.toString(), "--pin-file", pins.toString()));
    long start = System.nanoTime();
    int status =
        ChartsealCommand.on(
                terminal,
                (streams, json) -> {
                  StoryOutput output = new StoryOutput(new HumanOutput(streams), FEW);
                  made.add(output);
                  return output;
                })
            .execute(all.toArray(String[]::new));
    StoryOutput output =
        made.isEmpty() ? new StoryOutput(new HumanOutput(terminal), FEW) : made.getFirst();
    output.end();
    terminal
        .out()
        .printf(Locale.ROOT, "  (%.1f s)%n", (System.nanoTime() - start) / 1_000_000_000.0);
    terminal.out().flush();
    return new Played(status, output);
  }

  private static String shown(String... arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument.contains(" ") ? '"' + argument + '"' : argument)
        .collect(Collectors.joining(" "));
  }

  private record Played(int status, StoryOutput output) {}
}
