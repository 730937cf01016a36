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

  private final Map<JobId, Added> added = new ConcurrentHashMap<>();

  /** An entry that was added, and to whose record. */
  record Added(Visitor visitor, SignDesk.About about) {}

  /** An entry was sealed. */
  void put(JobId job, Visitor visitor, ParsedEntry entry) {
    added.put(
        job,
        new Added(
            visitor,
            new SignDesk.About(visitor.name(), entry.kind(), entry.title(), entry.date())));
  }

  Optional<SignDesk.About> about(JobId job) {
    return Optional.ofNullable(added.get(job)).map(Added::about);
  }

  /** Everything that was added in this session. */
  Set<JobId> jobs() {
    return Set.copyOf(added.keySet());
  }

  /** To whose record it was added. */
  Optional<Visitor> visitor(JobId job) {
    return Optional.ofNullable(added.get(job)).map(Added::visitor);
  }

  void forget(JobId job) {
    added.remove(job);
  }

  /** The session ends. */
  public void clear() {
    added.clear();
  }
}
