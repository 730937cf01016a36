package org.chartseal.services.record;

import java.util.Optional;
import java.util.Set;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryReference;

/**
 * An entry that is to be written.
 *
 * @param stream where
 * @param lane in which of its lanes
 * @param description what it will say of itself
 * @param content what it will hold
 * @param replaces the entry that it corrects, if any
 * @param after what has to be final before it is sent
 */
public record EntryDraft(
    StreamAccess stream,
    int lane,
    EntryDescription description,
    Content content,
    Optional<EntryReference> replaces,
    Set<JobId> after) {

  public EntryDraft {
    after = Set.copyOf(after);
  }

  /** An entry that waits for nothing. */
  public EntryDraft(
      StreamAccess stream,
      int lane,
      EntryDescription description,
      Content content,
      Optional<EntryReference> replaces) {
    this(stream, lane, description, content, replaces, Set.of());
  }
}
