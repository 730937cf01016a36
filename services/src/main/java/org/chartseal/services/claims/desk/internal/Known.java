package org.chartseal.services.claims.desk.internal;

import java.time.Instant;
import java.util.Optional;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;

/**
 * An entry of a history that counts.
 *
 * @param doubt why it may not be relied on; absent when nothing is in the way
 */
public record Known(
    EntryDescription description, Content content, Standing standing, Optional<Doubt> doubt) {

  /** How far an entry is. */
  public sealed interface Standing {
    /** On the chain. */
    record Anchored(Instant at, RecordEntry entry) implements Standing {}

    /** In the outbox, and not seen on the chain yet. */
    record Held(JobState state) implements Standing {}
  }
}
