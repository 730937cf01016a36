package org.chartseal.services.outbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far an outbox was before the ledger was read. What was final then is in what was read;
 * whatever was queued, or became final, since may not be.
 *
 * @param newest the job that was queued last
 * @param unfinished what was not final
 */
public record QueueMark(JobId newest, Set<JobId> unfinished) {

  public QueueMark {
    unfinished = Set.copyOf(unfinished);
  }

  /** As an outbox is now. */
  public static QueueMark of(HeldJobs held) {
    // In this order: what is queued between the two questions counts as queued since.
    JobId newest = held.newest();
    Set<JobId> unfinished = new HashSet<>();
    held.pending().forEach(queued -> unfinished.add(queued.job().id()));
    return new QueueMark(newest, unfinished);
  }

  /** What the read that followed need not show: jobs on their way, and those final since. */
  public List<Queued> since(HeldJobs held) {
    long oldest = unfinished.stream().mapToLong(JobId::value).min().orElse(newest.value() + 1);
    return held.after(new JobId(Math.min(oldest - 1, newest.value()))).stream()
        .filter(queued -> isSince(queued.job()))
        .toList();
  }

  private boolean isSince(JobStatus job) {
    return job.id().value() > newest.value() || unfinished.contains(job.id());
  }
}
