package org.chartseal.services.ledger;

/** Standing of an organisation in the registry. */
public enum OrganisationStatus {
  NONE(0),
  ACTIVE(1),
  SUSPENDED(2);

  private final int code;

  OrganisationStatus(int code) {
    this.code = code;
  }

  /** The contract's code. */
  public int code() {
    return code;
  }
}
