package org.chartseal.app.console.patient;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.JobStatus;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.views.kit.sending.Sent;

/** How far what a patient signed is. */
final class SentJobs {

  /** What needs somebody comes first, then what is least far. */
  private static final Comparator<JobStatus> LEAST_FAR =
      Comparator.comparing((JobStatus job) -> !isStopped(job.state()))
          .thenComparing(JobStatus::state);

  private final Outbox outbox;

  SentJobs(Outbox outbox) {
    this.outbox = outbox;
  }

  /** How far all with this label is together; nothing if there is none. */
  Optional<Sent> of(Owner owner) {
    List<Queued> jobs = outbox.ofOwner(owner);
    return jobs.stream()
        .map(Queued::job)
        .min(LEAST_FAR)
        .map(job -> new Sent(job.state(), job.fault()));
  }

  private static boolean isStopped(JobState state) {
    return switch (state) {
      case MOVED, FAILED -> true;
      case DRAFT, SIGNED, STORED, SUBMITTED, FINAL -> false;
    };
  }
}
