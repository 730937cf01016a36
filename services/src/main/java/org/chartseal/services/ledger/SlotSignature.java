package org.chartseal.services.ledger;

import org.chartseal.services.seal.Hash32;

/**
 * A secp256k1 signature by a patient's one-time slot key, as {@code ecrecover} takes it.
 *
 * @param v 27 or 28
 * @param s at most half the order
 */
public record SlotSignature(int v, Hash32 r, Hash32 s) {}
