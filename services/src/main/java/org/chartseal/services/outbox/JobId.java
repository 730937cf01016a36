package org.chartseal.services.outbox;

/**
 * Names a job for as long as the outbox exists; an entry keeps it when it moves to another place.
 */
public record JobId(long value) {

  /** Before every job. */
  public static final JobId NONE = new JobId(0);

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
