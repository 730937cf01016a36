package org.chartseal.services.ledger;

import java.util.Optional;
import org.chartseal.services.seal.Hash32;

/**
 * A hint, from events and transactions, at what a slot's word stands for. Only the word proves:
 * whoever uses it compares.
 *
 * @param run the organisation's statement; absent for patients' entries, whose manifests hold
 *     theirs
 * @param transaction hash of the transaction
 * @param block height of its block
 */
public record AnchorEvidence(
    Hash32 manifestDigest,
    Hash32 contentRoot,
    Optional<RunEvidence> run,
    Hash32 transaction,
    long block) {}
