package org.chartseal.services.outbox;

import org.chartseal.services.seal.Fault;

/** The outbox's file cannot be read or written. Nothing was changed. */
public final class OutboxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public OutboxException(Fault fault, Throwable cause) {
    super(fault.code() + ": " + fault.sentence(), cause);
    this.fault = fault;
  }

  public OutboxException(Fault fault) {
    super(fault.code() + ": " + fault.sentence());
    this.fault = fault;
  }

  /** What to tell the user. */
  public Fault fault() {
    return fault;
  }
}
