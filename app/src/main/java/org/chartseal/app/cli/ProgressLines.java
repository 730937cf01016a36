package org.chartseal.app.cli;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.chartseal.services.seal.Progress;

/**
 * Says on standard error what is being done: on a terminal in one line that changes, else a line
 * for each thing that begins, once.
 */
final class ProgressLines implements Progress {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final Terminal terminal;
  private long shown;
  private String present = "";
  private final Set<String> said = new HashSet<>();

  ProgressLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized boolean step(long done, long total, String what) {
    if (terminal.isInteractive()) {
      long now = System.nanoTime();
      boolean last = total > 0 && done >= total;
      if (last || now - shown >= PAUSE || !what.equals(present)) {
        shown = now;
        terminal.err().print("\r\u001b[K" + (last ? "" : words(done, total, what)));
        terminal.err().flush();
      }
    } else if (said.add(what)) {
      terminal.err().println("… " + what);
      terminal.err().flush();
    }
    present = what;
    return true;
  }

  private static String words(long done, long total, String what) {
    return total > 0 ? "… " + what + " " + done + " of " + total : "… " + what;
  }
}
