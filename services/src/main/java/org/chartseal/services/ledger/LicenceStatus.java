package org.chartseal.services.ledger;

/** Standing of a licence in the registry. */
public enum LicenceStatus {
  NONE(0),
  LICENSED(1),
  SUSPENDED(2),
  REVOKED(3);

  private final int code;

  LicenceStatus(int code) {
    this.code = code;
  }

  /** The contract's code. */
  public int code() {
    return code;
  }
}
