package org.chartseal.app.demo;

import org.chartseal.services.seal.Fault;

/** The demonstration could not be made, or not to its end; running it again goes on. */
public final class DemoException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  DemoException(Fault fault) {
    super(fault.code() + ": " + fault.sentence());
    this.fault = fault;
  }

  DemoException(String code, String sentence) {
    this(new Fault(code, sentence));
  }

  /** What to tell the user. */
  public Fault fault() {
    return fault;
  }
}
