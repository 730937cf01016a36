package org.chartseal.services.seal;

/** What was read is not what the protocol permits. Nothing of it may be used. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public RefusedException(Fault fault) {
    super(fault.code() + ": " + fault.sentence());
    this.fault = fault;
  }

  /** What is wrong with it. */
  public Fault fault() {
    return fault;
  }
}
