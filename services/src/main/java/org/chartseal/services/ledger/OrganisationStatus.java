package org.chartseal.services.ledger;

/** Standing of an organisation in the registry, in the order of the contract's codes from 0. */
public enum OrganisationStatus {
  NONE,
  ACTIVE,
  SUSPENDED
}
