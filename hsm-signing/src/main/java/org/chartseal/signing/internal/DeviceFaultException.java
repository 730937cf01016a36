package org.chartseal.signing.internal;

import org.chartseal.signing.DeviceFault;

/** Carries a fault through a procedure of several steps; the device turns it into an outcome. */
public final class DeviceFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient DeviceFault fault;

  public DeviceFaultException(DeviceFault.Code code, String sentence) {
    this(new DeviceFault(code, sentence));
  }

  /** The sentence of a fault holds nothing secret, so it may be the message. */
  public DeviceFaultException(DeviceFault fault) {
    super(fault.code().shortCode() + ": " + fault.sentence());
    this.fault = fault;
  }

  public DeviceFault fault() {
    return fault;
  }
}
