package org.chartseal.services.outbox;

import org.chartseal.services.seal.Hash32;

/**
 * The newest seal block of an organisation: what its {@code head/1} statement names (protocol §1.1,
 * §5.1).
 *
 * @param digest SHA-256 of the block
 * @param height how many seal blocks there are up to it, from 1
 */
public record SealTip(Hash32 digest, int height) {}
