package org.chartseal.app.console.clinician;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.outbox.JobId;
import org.chartseal.views.sign.SignDesk;

/**
 * What the sealed entries of the person who sits here are about, in memory only: the outbox holds
 * them without it.
 */
public final class Tray {

  private final Map<JobId, SignDesk.About> held = new ConcurrentHashMap<>();

  /** An entry of this person is sealed. */
  void put(JobId job, SignDesk.About about) {
    held.put(job, about);
  }

  Optional<SignDesk.About> about(JobId job) {
    return Optional.ofNullable(held.get(job));
  }

  /** Everything that is known. */
  Set<JobId> jobs() {
    return Set.copyOf(held.keySet());
  }

  void forget(JobId job) {
    held.remove(job);
  }

  /** The session ends. */
  public void clear() {
    held.clear();
  }
}
