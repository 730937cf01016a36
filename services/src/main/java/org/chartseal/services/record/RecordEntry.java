package org.chartseal.services.record;

import java.util.Optional;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryReference;

/**
 * One entry as it was read.
 *
 * @param where stream and place
 * @param anchor what is proven to stand in its slot
 * @param at the block against which all of it was proven
 * @param description what it says of itself; absent when its bytes could not be had or opened
 * @param author name of who wrote it: as their trusted certificate or the patient's card has it,
 *     and only without one as the entry says itself; absent with the description
 * @param reference its digests, absent when not even those are known
 * @param replaces the entry that it corrects or takes back, as it says itself
 * @param content the decrypted content; absent when it was not whole, or not asked for
 * @param verdict what verifying it came to
 */
public record RecordEntry(
    StreamAccess where,
    LaneReading.Filled anchor,
    BlockRef at,
    Optional<EntryDescription> description,
    Optional<String> author,
    Optional<EntryReference> reference,
    Optional<EntryReference> replaces,
    Optional<Content> content,
    Verdict verdict) {

  /** Whether it may be relied on and shown as content. */
  public boolean isProven() {
    return verdict.grade() == Verdict.Grade.PROVEN;
  }

  /** The same without its content: what a list of many entries keeps. */
  public RecordEntry withoutContent() {
    return new RecordEntry(
        where, anchor, at, description, author, reference, replaces, Optional.empty(), verdict);
  }
}
