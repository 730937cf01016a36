package org.chartseal.services.claims.desk;

import java.time.InstantSource;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.record.QueuedContents;
import org.chartseal.services.record.RecordReader;

/**
 * What the desks read with.
 *
 * @param records proves and opens what is on the chain
 * @param queued opens what this installation's outbox still holds
 * @param directory who there is
 */
public record ClaimSources(
    RecordReader records, QueuedContents queued, Directory directory, InstantSource clock) {}
