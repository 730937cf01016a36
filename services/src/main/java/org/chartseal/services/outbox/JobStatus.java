package org.chartseal.services.outbox;

import java.time.Instant;
import java.util.Optional;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/**
 * What all jobs have in common.
 *
 * @param transaction the newest transaction that was sent for it
 * @param fault why it is {@link JobState#FAILED} or {@link JobState#MOVED}
 */
public record JobStatus(
    JobId id,
    JobState state,
    Owner owner,
    Instant queuedAt,
    Optional<Hash32> transaction,
    Optional<Fault> fault) {}
