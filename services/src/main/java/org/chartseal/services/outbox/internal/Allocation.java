package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.outbox.LaneHead;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.outbox.Position.Predecessor;
import org.chartseal.services.outbox.SealedDraft;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.Place;
import org.jspecify.annotations.Nullable;

/**
 * The places that a call is offered. Made again inside the transaction that takes them, and
 * compared.
 */
record Allocation(List<Position> positions) {

  /**
   * The next places of these lanes.
   *
   * @param proven how far lanes are on chain, where that was asked
   */
  static Allocation next(Tx tx, List<LaneKey> lanes, Map<LaneKey, LaneHead> proven)
      throws SQLException {
    List<Position> positions = new ArrayList<>();
    Map<LaneKey, Integer> lastOf = new HashMap<>();
    for (LaneKey lane : lanes) {
      Integer last = lastOf.put(lane, positions.size());
      positions.add(
          last == null
              ? first(lane, furthest(Lanes.head(tx, lane), proven.get(lane)))
              : following(lane, positions.get(last), last));
    }
    return new Allocation(positions);
  }

  /**
   * Where both end alike the chain knows better what stands there: another's may have come first.
   */
  private static LaneHead furthest(Optional<LaneHead> local, @Nullable LaneHead proven) {
    LaneHead known = local.orElse(LaneHead.EMPTY);
    return proven != null && proven.next() >= known.next() ? proven : known;
  }

  private static Position first(LaneKey lane, LaneHead head) {
    Predecessor predecessor =
        head.previous().<Predecessor>map(Predecessor.Known::new).orElseGet(Predecessor.None::new);
    return new Position(lane, new Place(lane.lane(), head.next()), predecessor);
  }

  private static Position following(LaneKey lane, Position last, int index) {
    return new Position(lane, last.place().next(), new Predecessor.InThisCall(index));
  }

  /** What the entry at this index names as the one before it. */
  Optional<EntryDigests> before(int index, List<SealedDraft> drafts) {
    return switch (positions.get(index).predecessor()) {
      case Predecessor.None() -> Optional.empty();
      case Predecessor.Known(EntryDigests digests) -> Optional.of(digests);
      case Predecessor.InThisCall(int earlier) ->
          Optional.of(drafts.get(earlier).entry().reference().digests());
    };
  }

  /** Makes the places taken. */
  void take(Tx tx, List<SealedDraft> drafts) throws SQLException {
    for (int i = 0; i < positions.size(); i++) {
      Position position = positions.get(i);
      EntryDigests digests = drafts.get(i).entry().reference().digests();
      Lanes.set(tx, position.lane(), new LaneHead(position.place().n() + 1, Optional.of(digests)));
    }
  }
}
