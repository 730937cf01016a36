package org.chartseal.services.ledger;

import java.time.Instant;
import org.chartseal.services.seal.Hash32;

/**
 * The newest seal block that an organisation told the ledger of (protocol §5.1).
 *
 * @param digest sha256 of the seal block; {@link Hash32#ZERO} when there is none
 * @param height of the seal block
 * @param recordedAt when the ledger took it; the epoch when there is none
 */
public record SealHead(Hash32 digest, long height, Instant recordedAt) {}
