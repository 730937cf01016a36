package org.chartseal.services.record.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.seal.YearKey;

/** A lane of which only the filled places and their times are known. */
final class ModelLane {

  static final OrganisationId WRITER = new OrganisationId(7);

  final StreamAccess access;
  final int lane;
  final TreeMap<Integer, Integer> filled;
  private final Map<LedgerSlot, Integer> places = new java.util.HashMap<>();

  /**
   * @param filled seconds of anchoring by index
   */
  ModelLane(int year, int lane, Map<Integer, Integer> filled) {
    this.access = stream(year);
    this.lane = lane;
    this.filled = new TreeMap<>(filled);
    for (int n = 0; n < 3_100; n++) {
      places.put(access.slot(new Place(lane, n)), n);
    }
  }

  static StreamAccess stream(int year) {
    try (ClassKey classKey = ClassKey.of(new byte[32]);
        YearKey yearKey = classKey.year(year)) {
      return new StreamAccess(
          WRITER,
          new StreamId(PartyId.of(WRITER), SensitivityClass.GENERAL, 0, year),
          yearKey.streamKeys(),
          Optional.empty());
    }
  }

  boolean holds(LedgerSlot slot) {
    return places.containsKey(slot);
  }

  int place(LedgerSlot slot) {
    return places.get(slot);
  }

  SlotState state(LedgerSlot slot) {
    Integer second = filled.get(place(slot));
    return second == null ? new SlotState.Empty() : new SlotState.Filled(word(second));
  }

  private static Word word(int second) {
    byte[] bytes = new byte[32];
    bytes[0] = 1;
    ByteBuffer.wrap(bytes).putInt(24, second);
    return new Word(Hash32.of(bytes));
  }

  int firstEmpty() {
    int n = 0;
    while (filled.containsKey(n)) {
      n++;
    }
    return n;
  }

  /** Up to the last place that is not more than two places beyond the empty one before it. */
  int visibleUntil() {
    int end = firstEmpty();
    Integer next = filled.ceilingKey(end);
    while (next != null && next <= end + 2) {
      end = next + 1;
      next = filled.ceilingKey(end);
    }
    return end;
  }

  static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
