package org.chartseal.app.console.clinician;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.outbox.JobId;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.sign.SignDesk;

/**
 * What the sealed entries of one session are about, in memory only: the outbox holds them without
 * it.
 */
public final class Tray {

  private final Map<JobId, SignDesk.About> about = new ConcurrentHashMap<>();

  /** An entry was sealed. */
  void put(JobId job, Visitor visitor, ParsedEntry entry) {
    about.put(
        job, new SignDesk.About(visitor.name(), entry.kind(), entry.title(), entry.date()));
  }

  Optional<SignDesk.About> about(JobId job) {
    return Optional.ofNullable(about.get(job));
  }

  /** Everything that was added in this session. */
  Set<JobId> jobs() {
    return Set.copyOf(about.keySet());
  }

  void forget(JobId job) {
    about.remove(job);
  }

  /** The session ends. */
  public void clear() {
    about.clear();
  }
}
