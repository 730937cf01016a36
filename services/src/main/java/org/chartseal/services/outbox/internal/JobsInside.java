package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.List;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;

/** The jobs as a transaction sees them. */
record JobsInside(Tx tx) implements HeldJobs {

  @Override
  public List<Queued> pending() {
    return where("j.state <> 'FINAL'");
  }

  @Override
  public List<Queued> ofOwner(Owner owner) {
    return where("j.owner = ?", owner.label());
  }

  @Override
  public List<Queued> after(JobId job) {
    return where("j.id > ?", job.value());
  }

  @Override
  public JobId newest() {
    try {
      return tx.one("SELECT max(id) FROM jobs", row -> new JobId(row.integer(1)))
          .orElse(JobId.NONE);
    } catch (SQLException e) {
      throw OutboxFaults.of(e);
    }
  }

  private List<Queued> where(String condition, Object... values) {
    try {
      return Jobs.where(tx, condition, values);
    } catch (SQLException e) {
      throw OutboxFaults.of(e);
    }
  }
}
