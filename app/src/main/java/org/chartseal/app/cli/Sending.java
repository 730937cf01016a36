package org.chartseal.app.cli;

import org.chartseal.app.session.Draining;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import picocli.CommandLine.Option;

/** Whether a command waits until what it signed is final. */
final class Sending {

  @Option(
      names = "--no-wait",
      description = "Ends when it is signed and kept; the next command carries it on.")
  private boolean noWait;

  /** Carries everything in the outbox on, to the end unless that was not wanted. */
  void finish(Workspace workspace, Progress progress) throws RefusedException {
    Draining draining = new Draining(workspace.stores().outbox(), workspace.stores().drainer());
    if (noWait) {
      draining.pass(progress);
    } else {
      draining.untilFinal(progress);
    }
  }
}
