package org.chartseal.services.outbox;

import java.nio.file.Path;
import java.time.InstantSource;
import org.chartseal.services.outbox.internal.Checkpoint;
import org.chartseal.services.outbox.internal.SqliteOutbox;
import org.chartseal.services.seal.Deployment;

/** Where an outbox is kept: one file for one network, which several processes may open at once. */
public record OutboxFile(Path path, Deployment deployment) {

  /** Opens it; makes it when it is not there. Its folder must exist. */
  public OpenOutcome open() {
    return SqliteOutbox.open(path, deployment, InstantSource.system(), Checkpoint.NONE);
  }
}
