package org.chartseal.services.record.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Place;

/**
 * How far one lane has been read. Asks at first for as many places as a hint says are filled, and
 * then for more each time while they are.
 */
public final class LaneCursor {

  private static final int LARGEST_STEP = 256;
  private static final int LARGEST_HINTED = 2_048;

  private final StreamAccess access;
  private final int lane;
  private final List<LaneReading.Filled> filled = new ArrayList<>();
  private List<LedgerSlot> asked = List.of();
  private int next;
  private int step = 1 + LaneReading.BEYOND;
  private int expected;
  private int firstEmpty = -1;
  private int lastFilled = -1;
  private OptionalInt disorder = OptionalInt.empty();

  public LaneCursor(StreamAccess access, int lane) {
    this.access = access;
    this.lane = lane;
  }

  /** The stream. */
  public StreamAccess access() {
    return access;
  }

  /** Notes how many places are said to be filled; what is proven decides. */
  void expect(int places) {
    expected = places;
  }

  /** How many places are said to be filled. */
  public int expected() {
    return expected;
  }

  LedgerSlot slot(int n) {
    return access.slot(new Place(lane, n));
  }

  /** The slots to prove next. */
  public List<LedgerSlot> ask() {
    int hinted = Math.min(LARGEST_HINTED, expected + 1 + LaneReading.BEYOND - next);
    int places = Math.max(step, hinted);
    List<LedgerSlot> slots = new ArrayList<>(places);
    for (int n = next; n < next + places; n++) {
      slots.add(slot(n));
    }
    asked = slots;
    return slots;
  }

  /**
   * Takes the answer to the last {@link #ask()}.
   *
   * @return how many of the places were filled
   */
  public int take(Map<LedgerSlot, SlotState> states) {
    int before = filled.size();
    for (LedgerSlot slot : asked) {
      SlotState state = states.get(slot);
      if (state == null) {
        throw new IllegalStateException("the ledger proved less than it was asked for");
      }
      if (state instanceof SlotState.Filled(Word word)) {
        add(slot, word);
      } else if (firstEmpty < 0) {
        firstEmpty = next;
      }
      next++;
    }
    if (next >= expected) {
      step = Math.min(LARGEST_STEP, 4 * step);
    }
    return filled.size() - before;
  }

  private void add(LedgerSlot slot, Word word) {
    Instant before = filled.isEmpty() ? Instant.MIN : filled.getLast().word().anchoredAt();
    if (disorder.isEmpty() && (firstEmpty >= 0 || word.anchoredAt().isBefore(before))) {
      disorder = OptionalInt.of(next);
    }
    filled.add(new LaneReading.Filled(new Place(lane, next), slot, word));
    lastFilled = next;
  }

  /**
   * Whether the lane was read to two places beyond its first empty one, and beyond whatever is
   * filled after it.
   */
  public boolean done() {
    return firstEmpty >= 0 && next > Math.max(firstEmpty, lastFilled + 1) + LaneReading.BEYOND;
  }

  /** What was found. */
  public LaneReading reading() {
    return new LaneReading(access, lane, filled, firstEmpty, disorder);
  }
}
