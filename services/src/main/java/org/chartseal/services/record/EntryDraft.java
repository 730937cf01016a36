package org.chartseal.services.record;

import java.util.Optional;
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
 */
public record EntryDraft(
    StreamAccess stream,
    int lane,
    EntryDescription description,
    Content content,
    Optional<EntryReference> replaces) {}
