package org.chartseal.services.ledger;

import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Slot;

/** One leaf of an anchoring run, as the contract takes it. */
public record RunLeaf(Slot slot, Hash32 manifestDigest, Hash32 contentRoot) {}
