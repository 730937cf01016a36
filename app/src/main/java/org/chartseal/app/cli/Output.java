package org.chartseal.app.cli;

import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;

/** Where a command's answers go: to a person, or to a program. */
interface Output {

  /**
   * One answer, for a program by field and for a person in words; the words may have several lines.
   */
  void row(Row row, String words);

  /** Something that helps a person on, and that no program needs. */
  void hint(String words);

  /** Something that was refused while the rest goes on. */
  void fault(Row about, Fault fault);

  /** Why the command ends. */
  void failure(Fault fault);

  /** Why one of several things that were asked for was not done. */
  void failure(Row about, Fault fault);

  /** Shows how far a long action is; it never asks to stop. */
  Progress progress();

  /** Bytes as they are, on standard output. */
  void raw(byte[] bytes);
}
