package org.chartseal.services.ledger;

/** What an organisation does in the network; it may do several. */
public enum OrganisationRole {
  PROVIDER(1),
  INSURER(2),
  RESEARCHER(4),
  /** Sends patients' entries. */
  RELAY(8);

  private final int bit;

  OrganisationRole(int bit) {
    this.bit = bit;
  }

  /** Its bit in the contract's word. */
  public int bit() {
    return bit;
  }
}
