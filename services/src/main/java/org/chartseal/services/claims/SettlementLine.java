package org.chartseal.services.claims;

/**
 * One line of a settlement.
 *
 * @param paid what the insurer states
 * @param billed what the hospital stated
 */
public record SettlementLine(SettleLeaf paid, BillLeaf billed) {}
