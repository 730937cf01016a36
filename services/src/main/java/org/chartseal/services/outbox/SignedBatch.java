package org.chartseal.services.outbox;

import java.util.List;
import org.chartseal.services.seal.SignedStatement;

/**
 * One statement over many jobs.
 *
 * @param jobs in the order of the statement's leaves
 */
public record SignedBatch(SignedStatement statement, List<JobId> jobs) {
  public SignedBatch {
    jobs = List.copyOf(jobs);
  }
}
