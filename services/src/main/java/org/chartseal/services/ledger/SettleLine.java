package org.chartseal.services.ledger;

import java.math.BigInteger;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.InclusionProof;

/**
 * One line of a settlement (protocol §8.3). Amounts are in the token's smallest unit.
 *
 * @param amount what the insurer pays
 * @param patientShare what is left to the patient
 * @param billed what the hospital billed
 * @param inBill proof of the line in the hospital's {@code bill/1} statement
 */
public record SettleLine(
    Hash32 nullifier,
    BigInteger amount,
    BigInteger patientShare,
    BigInteger billed,
    InclusionProof inBill) {}
