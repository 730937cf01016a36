package org.chartseal.services.ledger;

/** Whose key a licence is for, in the order of the contract's codes from 0. */
public enum LicenceRole {
  /** There is no licence. */
  NONE,
  /** The organisation's own key: it retracts what any of its practitioners wrote. */
  ORGANISATION,
  /** A practitioner's key: it retracts only what it wrote. */
  PRACTITIONER
}
