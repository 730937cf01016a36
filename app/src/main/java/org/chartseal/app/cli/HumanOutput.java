package org.chartseal.app.cli;

import java.io.PrintWriter;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;

/**
 * Sentences for a person; how far it is goes to standard error, so that answers can be piped on.
 */
final class HumanOutput implements Output {

  private final Terminal terminal;

  HumanOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void row(Row row, String words) {
    terminal.out().println(words);
    terminal.out().flush();
  }

  @Override
  public void hint(String words) {
    terminal.out().println(words);
    terminal.out().flush();
  }

  @Override
  public void fault(Row about, Fault fault) {
    PrintWriter out = terminal.out();
    StringBuilder words = new StringBuilder("! ");
    about.fields().forEach((name, value) -> words.append(value).append(": "));
    out.println(words.append(fault.sentence()).append(" (").append(fault.code()).append(')'));
    out.flush();
  }

  @Override
  public void failure(Fault fault) {
    terminal.err().println(fault.sentence() + " (" + fault.code() + ")");
    terminal.err().flush();
  }

  @Override
  public Progress progress() {
    return new ProgressLines(terminal);
  }

  @Override
  public void raw(byte[] bytes) {
    terminal.raw(bytes);
  }
}
