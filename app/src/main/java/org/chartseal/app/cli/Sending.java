package org.chartseal.app.cli;

import org.chartseal.app.session.Desk;
import org.chartseal.app.session.Draining;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.record.SealHeads;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Whether a command waits until what it signed is final. */
final class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private static final Fault STOPPED =
      new Fault(
          "CS-STOP-03",
          "Stopped. What is signed is kept, and goes on with the open window, or with the next command that signs or sends.");

  @Option(
      names = "--no-wait",
      description =
          "Ends when it is signed and kept; the open window, or the next command that signs or sends, carries it on.")
  private boolean noWait;

  /**
   * The same at an organisation's desk, whose own keys are open: they record its newest seal block
   * when that is due. Where it cannot be done now the next command does it.
   */
  void finish(Desk desk, Output output) throws RefusedException {
    finish(desk.workspace(), output);
    if (desk.workspace()
            .records()
            .heads()
            .record(desk.organisation().id(), desk.organisation().keys())
        instanceof SealHeads.Outcome.Refused(var fault)) {
      LOG.info("the newest seal block is not recorded yet: {}", fault.code());
    }
  }

  /** Carries everything in the outbox on, to the end unless that was not wanted. */
  void finish(Workspace workspace, Output output) throws RefusedException {
    Draining draining = new Draining(workspace.stores().outbox(), workspace.stores().drainer());
    try (Interruption _ = Interruption.says(output, STOPPED)) {
      if (noWait) {
        draining.pass(output.progress());
      } else {
        draining.untilFinal(output.progress());
      }
    }
  }
}
