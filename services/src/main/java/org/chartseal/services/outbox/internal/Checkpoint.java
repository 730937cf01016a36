package org.chartseal.services.outbox.internal;

/** Where a test kills the process: right before a transaction is committed, and right after. */
public interface Checkpoint {

  /** Nobody is killed. */
  Checkpoint NONE = () -> {};

  /** Called before each commit and after it; may not return. */
  void reached();
}
