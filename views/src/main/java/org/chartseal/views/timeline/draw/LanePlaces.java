package org.chartseal.views.timeline.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.views.timeline.model.LaneIndex;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.TimelineIndex;

/**
 * Where the lanes are, from top to bottom.
 *
 * @param height of all of them
 */
public record LanePlaces(List<LanePlace> lanes, double height) {

  /** Puts the lanes of an index below one another. */
  public static LanePlaces of(TimelineIndex index, Set<LaneKind> folded, Metrics metrics) {
    List<LanePlace> places = new ArrayList<>();
    double top = 0;
    for (LaneIndex lane : index.lanes().values()) {
      boolean open = !folded.contains(lane.kind());
      double height = open ? open(lane, metrics) : metrics.folded();
      places.add(new LanePlace(lane, open, top, height));
      top += height;
    }
    return new LanePlaces(List.copyOf(places), top);
  }

  private static double open(LaneIndex lane, Metrics metrics) {
    return switch (lane.kind().form()) {
      case MARKS -> metrics.markRow();
      case SPANS -> lane.rows().size() * metrics.barRow() + 2 * metrics.padding();
      case TRENDS ->
          metrics.markRow()
              + lane.trends().size() * metrics.trendRow()
              + (lane.hiddenTrends() > 0 ? metrics.barRow() : 0);
    };
  }

  /** The lane at a height below the first lane's top. */
  public Optional<LanePlace> at(double y) {
    return lanes.stream().filter(place -> place.contains(y)).findFirst();
  }

  /** The place of a kind, if it holds anything. */
  public Optional<LanePlace> of(LaneKind kind) {
    return lanes.stream().filter(place -> place.lane().kind() == kind).findFirst();
  }
}
