package org.chartseal.services.record;

import java.util.List;
import java.util.OptionalInt;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.Place;

/**
 * What is proven to stand in one lane of a stream.
 *
 * @param access the stream
 * @param lane number of the lane
 * @param filled the filled places, in order
 * @param firstEmpty index of the first empty place: the next to be written
 * @param disorder index of the first place that breaks the order: filled after an empty one, or
 *     anchored before its predecessor; absent when the lane is in order
 */
public record LaneReading(
    StreamAccess access, int lane, List<Filled> filled, int firstEmpty, OptionalInt disorder) {

  /** How far beyond the first empty place a lane is read (DESIGN §3.5). */
  public static final int BEYOND = 2;

  public LaneReading {
    filled = List.copyOf(filled);
  }

  /**
   * A filled place.
   *
   * @param word proven to stand there
   */
  public record Filled(Place place, LedgerSlot slot, Word word) {}
}
