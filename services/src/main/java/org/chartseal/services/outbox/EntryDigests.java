package org.chartseal.services.outbox;

import org.chartseal.services.seal.Hash32;

/** What the next entry of a lane names as its predecessor (protocol §3.1). */
public record EntryDigests(Hash32 manifestDigest, Hash32 contentRoot) {}
