package org.chartseal.app.wiring;

import org.chartseal.services.seal.Fault;

/** The network, the outbox or the disk of a home cannot be used now. */
public final class UnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  UnavailableException(Fault fault) {
    super(fault.code() + ": " + fault.sentence());
    this.fault = fault;
  }

  /** What to tell the user. */
  public Fault fault() {
    return fault;
  }
}
