package org.chartseal.services.outbox;

import java.util.List;

/** What an outbox holds, at one moment. */
public interface HeldJobs {

  /** What is not final, oldest first. */
  List<Queued> pending();

  /** The jobs with this owner's label, oldest first, final ones too. */
  List<Queued> ofOwner(Owner owner);

  /** The jobs that were queued after this one, oldest first, final ones too. */
  List<Queued> after(JobId job);

  /** The job that was queued last; {@link JobId#NONE} when there never was one. */
  JobId newest();
}
