package org.chartseal.services.claims.desk.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;

/**
 * The payments that were final in the outbox before the ledger was read: what they paid, that read
 * has proven. Every other that has not failed may pay, or have paid, what the read does not show.
 */
public final class KnownPayments {

  private final Set<JobId> proven;

  private KnownPayments(Set<JobId> proven) {
    this.proven = proven;
  }

  /**
   * Of these payments; to be taken before the ledger is read.
   *
   * @param labels of payments of a claim
   */
  public static KnownPayments before(HeldJobs held, Collection<Owner> labels) {
    Set<JobId> proven = new HashSet<>();
    for (Owner label : labels) {
      held.ofOwner(label).stream()
          .filter(act -> act.job().state() == JobState.FINAL)
          .forEach(act -> proven.add(act.job().id()));
    }
    return new KnownPayments(proven);
  }

  /** Whether there is a payment among these of which the read may know nothing. */
  public boolean isAnotherAmong(HeldJobs held, Collection<Owner> labels) {
    return labels.stream()
        .flatMap(label -> held.ofOwner(label).stream())
        .map(Queued::job)
        .anyMatch(job -> job.state() != JobState.FAILED && !proven.contains(job.id()));
  }
}
