package org.chartseal.services.ledger;

import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Slot;

/** One leaf of a retracting run: what stands in the slot, and who wrote it (protocol §6.3). */
public record RetractLeaf(Slot slot, Hash32 recordDigest, KeyId author) {}
