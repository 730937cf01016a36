package org.chartseal.views.timeline.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the last frame drew where; as large as what it drew. */
public final class HitMap {

  private record Spot(double left, double top, double right, double bottom, Hit hit) {

    double distance(double x, double y) {
      double across = Math.max(0, Math.max(left - x, x - right));
      double down = Math.max(0, Math.max(top - y, y - bottom));
      return Math.hypot(across, down);
    }
  }

  private final List<Spot> spots = new ArrayList<>();

  void clear() {
    spots.clear();
  }

  void add(double left, double top, double width, double height, Hit hit) {
    spots.add(new Spot(left, top, left + width, top + height, hit));
  }

  /** What was drawn nearest to a point, and last if there are several, within a distance. */
  public Optional<Hit> at(double x, double y, double within) {
    Spot best = null;
    double least = within;
    for (Spot spot : spots) {
      double distance = spot.distance(x, y);
      if (distance <= least) {
        best = spot;
        least = distance;
      }
    }
    return Optional.ofNullable(best).map(Spot::hit);
  }

  /** How many things were drawn. */
  public int size() {
    return spots.size();
  }
}
