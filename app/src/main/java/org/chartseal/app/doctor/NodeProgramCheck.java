package org.chartseal.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chartseal.services.seal.Fault;

/** Whether the embedded network's node can be started. */
public final class NodeProgramCheck implements HealthCheck {

  private final String program;

  /**
   * @param program where the image says that the node is; empty when it does not say
   */
  public NodeProgramCheck(String program) {
    this.program = program;
  }

  @Override
  public Finding look() {
    if (program.isEmpty()) {
      return Finding.note(
          "node program",
          new Fault(
              "CS-HEALTH-12",
              "This Chartseal was not started from its image, so it looks for the node's program anvil by itself. Start bin/chartseal."));
    }
    return Files.isExecutable(Path.of(program))
        ? Finding.well("node program", "The embedded network's node is here.")
        : Finding.problem(
            "node program",
            new Fault(
                "CS-HEALTH-13",
                "The embedded network's node is missing or may not be run. Build the image again with 'mvn package'."));
  }
}
