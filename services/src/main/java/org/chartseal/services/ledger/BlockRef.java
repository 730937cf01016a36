package org.chartseal.services.ledger;

import java.time.Instant;
import org.chartseal.services.seal.Hash32;

/**
 * A block whose header was recomputed from its fields and agreed on by a quorum of endpoints.
 *
 * @param number height, from 0
 * @param hash Keccak-256 of the RLP of the header
 * @param time the header's time stamp, whole seconds
 * @param stateRoot root of the account trie after this block; every read is proven against it
 */
public record BlockRef(long number, Hash32 hash, Instant time, Hash32 stateRoot) {}
