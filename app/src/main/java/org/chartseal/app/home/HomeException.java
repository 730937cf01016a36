package org.chartseal.app.home;

import org.chartseal.services.seal.Fault;

/** Something about the home folder keeps the command from being carried out. */
public final class HomeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  HomeException(Fault fault) {
    super(fault.code() + ": " + fault.sentence());
    this.fault = fault;
  }

  /** What to tell the user; it names no path and nobody. */
  public Fault fault() {
    return fault;
  }
}
