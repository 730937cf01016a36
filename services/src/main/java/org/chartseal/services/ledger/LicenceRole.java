package org.chartseal.services.ledger;

/** Whose key a licence is for. */
public enum LicenceRole {
  /** There is no licence. */
  NONE(0),
  /** The organisation's own key: it retracts what any of its practitioners wrote. */
  ORGANISATION(1),
  /** A practitioner's key: it retracts only what it wrote. */
  PRACTITIONER(2);

  private final int code;

  LicenceRole(int code) {
    this.code = code;
  }

  /** The contract's code. */
  public int code() {
    return code;
  }
}
