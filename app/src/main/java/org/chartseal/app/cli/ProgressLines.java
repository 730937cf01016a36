package org.chartseal.app.cli;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.chartseal.services.seal.Progress;

/**
 * Says on standard error what is being done: on a terminal in one line that changes, else a line
 * for each thing that begins, once.
 */
final class ProgressLines implements Progress {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private long shown;
  private boolean standing;
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
        terminal.err().print(CLEAR + (last ? "" : words(done, total, what)));
        terminal.err().flush();
        standing = !last;
      }
    } else if (said.add(what)) {
      terminal.err().println(words(done, total, what));
      terminal.err().flush();
    }
    present = what;
    return true;
  }

  /** Makes room for an answer. */
  synchronized void clear() {
    if (standing) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
      standing = false;
    }
  }

  private static String words(long done, long total, String what) {
    // It stands in the midst of a line.
    String doing = what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
    return done > 0 && total > 0
        ? "… %s (%d of %d done)".formatted(doing, done, total)
        : "… " + doing;
  }
}
