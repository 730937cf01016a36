package org.chartseal.services.ledger;

/** Standing of a licence in the registry, in the order of the contract's codes from 0. */
public enum LicenceStatus {
  NONE,
  LICENSED,
  SUSPENDED,
  REVOKED
}
