package org.chartseal.app.console.clinician;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.JobId;
import org.chartseal.views.sign.SignDesk;

/**
 * What the sealed entries of the person who sits here are about, in memory only: the outbox holds
 * them without it.
 */
public final class Tray {

  private final Map<JobId, Held> held = new ConcurrentHashMap<>();

  /**
   * A sealed entry.
   *
   * @param card of its patient
   */
  record Held(SignDesk.About about, PatientCard card) {}

  /** An entry of this person is sealed. */
  void put(JobId job, Held entry) {
    held.put(job, entry);
  }

  Optional<Held> find(JobId job) {
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
