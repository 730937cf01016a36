package org.chartseal.services.record.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.outbox.EntryRequest;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.LaneUse;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.ContentLeaves;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealRequest;

/**
 * Drafts on their way to being sealed: their leaves are made once, their places are offered by the
 * outbox.
 */
public final class Drafts {

  /** A patient's lane for desks: other machines allocate in it too (DESIGN §3.2). */
  private static final int DESK_LANE = 1;

  private final List<EntryDraft> drafts;
  private final List<List<Leaf>> leaves;

  private Drafts(List<EntryDraft> drafts, List<List<Leaf>> leaves) {
    this.drafts = drafts;
    this.leaves = leaves;
  }

  /**
   * Takes the contents of drafts apart.
   *
   * @throws RefusedException if a content cannot be taken apart
   */
  public static Drafts of(List<EntryDraft> drafts, LeafExtractor extractor)
      throws RefusedException {
    List<List<Leaf>> leaves = new ArrayList<>(drafts.size());
    for (EntryDraft draft : drafts) {
      leaves.add(ContentLeaves.of(draft.content(), draft.description().subject(), extractor));
    }
    return new Drafts(List.copyOf(drafts), leaves);
  }

  /**
   * What is asked of the outbox.
   *
   * @param owners one label for each draft
   */
  public List<EntryRequest> requests(List<Owner> owners) {
    List<EntryRequest> requests = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      EntryDraft draft = drafts.get(i);
      requests.add(new EntryRequest(lane(draft), use(draft), owners.get(i), draft.after()));
    }
    return requests;
  }

  public Map<Hash32, StreamAccess> streams() {
    Map<Hash32, StreamAccess> streams = new HashMap<>();
    drafts.forEach(
        draft -> streams.putIfAbsent(draft.stream().keys().fingerprint(), draft.stream()));
    return streams;
  }

  /**
   * What is to be sealed at a position.
   *
   * @param sealed the digests of the positions before it in this call
   */
  public SealRequest request(int index, Position position, List<EntryDigests> sealed) {
    EntryDraft draft = drafts.get(index);
    Optional<EntryDigests> previous =
        switch (position.predecessor()) {
          case Position.Predecessor.None none -> Optional.<EntryDigests>empty();
          case Position.Predecessor.Known(var digests) -> Optional.of(digests);
          case Position.Predecessor.InThisCall(int before) -> Optional.of(sealed.get(before));
        };
    return new SealRequest(
        draft.stream().keys(),
        position.place(),
        draft.stream().slot(position.place()).slot(),
        draft.description(),
        draft.content(),
        leaves.get(index),
        previous,
        draft.replaces());
  }

  public EntryDraft get(int index) {
    return drafts.get(index);
  }

  /**
   * Whether the stream's year is that of the entry's date, and no later than today (DESIGN §3.2).
   * The year of control holds ends and nothing else.
   */
  public boolean yearsFit(Instant now) {
    int today = LocalDate.ofInstant(now, ZoneOffset.UTC).getYear();
    return drafts.stream()
        .allMatch(draft ->
            draft.stream().isControl()
                ? draft.description().kind() == EntryKind.END
                : draft.stream().stream().year() <= today
                    && draft.description().isDatedIn(draft.stream().stream().year()));
  }

  /** The lane in which a draft is to be written. */
  public static LaneKey lane(EntryDraft draft) {
    return new LaneKey(draft.stream().keys().fingerprint(), draft.stream().writer(), draft.lane());
  }

  private static LaneUse use(EntryDraft draft) {
    return draft.stream().point().isPresent() && draft.lane() == DESK_LANE
        ? LaneUse.SHARED
        : LaneUse.OWN;
  }
}
