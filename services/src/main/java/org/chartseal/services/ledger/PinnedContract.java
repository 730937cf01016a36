package org.chartseal.services.ledger;

import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;

/**
 * A contract that a network's members agreed on.
 *
 * @param codeHash Keccak-256 of its runtime code; a read that proves another is refused
 */
public record PinnedContract(Address address, Hash32 codeHash) {}
