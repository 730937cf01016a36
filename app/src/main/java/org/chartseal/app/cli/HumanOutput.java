package org.chartseal.app.cli;

import java.util.Map;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;

/**
 * Sentences for a person; how far it is goes to standard error, so that answers can be piped on.
 */
final class HumanOutput implements Output {

  private final Terminal terminal;
  private final ProgressLines progress;

  HumanOutput(Terminal terminal) {
    this.terminal = terminal;
    this.progress = new ProgressLines(terminal);
  }

  @Override
  public void row(Row row, String words) {
    progress.clear();
    terminal.out().println(words);
    terminal.out().flush();
  }

  @Override
  public void hint(String words) {
    progress.clear();
    terminal.out().println(words);
    terminal.out().flush();
  }

  @Override
  public void fault(Row about, Fault fault) {
    progress.clear();
    terminal.out().println("! " + words(about, fault));
    terminal.out().flush();
  }

  @Override
  public void failure(Fault fault) {
    failure(new Row(Map.of()), fault);
  }

  @Override
  public void failure(Row about, Fault fault) {
    progress.clear();
    terminal.err().println(words(about, fault));
    terminal.err().flush();
  }

  private static String words(Row about, Fault fault) {
    StringBuilder words = new StringBuilder();
    about
        .fields()
        .values()
        .forEach(value -> words.append(value.toString().isEmpty() ? "" : value + ": "));
    return words.append(fault.sentence()).append(" (").append(fault.code()).append(')').toString();
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public void raw(byte[] bytes) {
    progress.clear();
    terminal.raw(bytes);
  }
}
