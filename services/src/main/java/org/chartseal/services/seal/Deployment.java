package org.chartseal.services.seal;

import java.math.BigInteger;

/**
 * Which ledger on which chain a signature or a secret is for: both are part of every statement and key derivation.
 *
 * @param chainId EIP-155 chain id, below 2^256
 * @param ledger address of the RecordLedger contract
 */
public record Deployment(BigInteger chainId, Address ledger) {}
