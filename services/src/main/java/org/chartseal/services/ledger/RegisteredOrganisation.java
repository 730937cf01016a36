package org.chartseal.services.ledger;

/**
 * An organisation as the registry has it (protocol §6.1).
 *
 * @param registered whether it is registered and active
 * @param roles the contract's role bits
 * @param lanes how many lanes it may allocate in, 0 … 65535
 */
public record RegisteredOrganisation(boolean registered, int roles, int lanes) {}
