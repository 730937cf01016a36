package org.chartseal.services.seal;

/**
 * Where in a stream an entry stands.
 *
 * @param lane the allocator, 0 … 65535
 * @param n index in the lane, from 0
 */
public record Place(int lane, int n) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the lane is not in 0 … 65535 or the index negative
   */
  public Place {
    Labels.u16(lane, "a lane");
    Labels.u31(n, "an index");
  }

  /** The place after this one in the same lane. */
  public Place next() {
    return new Place(lane, n + 1);
  }
}
