package org.chartseal.views.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chartseal.views.timeline.draw.Focus;
import org.chartseal.views.timeline.draw.Hit;
import org.chartseal.views.timeline.draw.LanePlace;
import org.chartseal.views.timeline.model.ItemTable;
import org.chartseal.views.timeline.model.LaneIndex;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.Strip;
import org.chartseal.views.timeline.scale.TimeRange;
import org.chartseal.views.timeline.scale.TimeScale;

/** Moves through a timeline: the steps that keys and the pointer share. */
final class Navigator {

  /** The share of the view that a cluster opens to. */
  private static final double AROUND = 0.25;

  private final TimelineModel model;
  private final Consumer<TimeScale> glide;

  /**
   * @param glide moves the view to a scale, so that it can be seen where it went
   */
  Navigator(TimelineModel model, Consumer<TimeScale> glide) {
    this.model = model;
    this.glide = glide;
  }

  /** To the item before or after the selected one in its lane, or into the lane. */
  void step(int by) {
    model.lane().ifPresent(lane -> step(lane, by));
  }

  private void step(LaneIndex lane, int by) {
    int position = position(lane);
    if (position < 0) {
      select(lane, nearest(lane.all(), model.scale().seen().middle()));
    } else {
      select(lane, Math.clamp(position + by, 0, lane.all().size() - 1));
    }
  }

  private int position(LaneIndex lane) {
    int row = model.selectedRow();
    ItemTable table = model.index().table();
    boolean here = row != Focus.NOTHING && table.lane(row) == lane.kind();
    return here ? lane.all().position(row, table.start(row)) : -1;
  }

  /** To the earliest or the latest item of the lane. */
  void end(int side) {
    model.lane().ifPresent(lane -> select(lane, side < 0 ? 0 : lane.all().size() - 1));
  }

  /** To the lane above or below, and there to what is nearest in time. */
  void changeLane(int by) {
    List<LaneKind> kinds = new ArrayList<>(model.index().lanes().keySet());
    model
        .lane()
        .ifPresent(lane -> {
          int next = kinds.indexOf(lane.kind()) + by;
          if (0 <= next && next < kinds.size()) {
            enter(kinds.get(next));
          }
        });
  }

  private void enter(LaneKind kind) {
    LaneIndex lane = model.index().lanes().get(kind);
    if (lane != null) {
      int row = model.selectedRow();
      double time =
          row == Focus.NOTHING ? model.scale().seen().middle() : model.index().table().start(row);
      model.lane(kind);
      select(lane, nearest(lane.all(), time));
    }
  }

  private static int nearest(Strip strip, double time) {
    int after = Math.min(strip.from(time), strip.size() - 1);
    int before = Math.max(0, after - 1);
    boolean earlier = time - strip.start(before) < strip.start(after) - time;
    return earlier ? before : after;
  }

  private void select(LaneIndex lane, int position) {
    int row = lane.all().row(position);
    model.select(model.index().table().id(row));
    reveal(lane, row);
  }

  /** Brings an item of a lane into sight, no further than needed. */
  private void reveal(LaneIndex lane, int row) {
    TimeScale scale = model.scale();
    double start = model.index().table().start(row);
    if (!scale.seen().contains(start)) {
      double half = scale.seen().length() / 2;
      glide.accept(scale.see(new TimeRange(start - half, start + half)));
    }
    model.place(lane.kind()).ifPresent(place -> reveal(place, row, (long) start));
  }

  /** Brings the selected item into sight. */
  void reveal() {
    int row = model.selectedRow();
    if (row != Focus.NOTHING) {
      LaneIndex lane = model.index().lanes().get(model.index().table().lane(row));
      if (lane != null) {
        reveal(lane, row);
      }
    }
  }

  private void reveal(LanePlace place, int row, long start) {
    double top = place.top();
    double bottom = top + place.height();
    List<Strip> rows = place.lane().rows();
    if (place.open() && place.lane().trends().isEmpty()) {
      for (int at = 0; at < rows.size(); at++) {
        if (rows.get(at).position(row, start) >= 0) {
          double each = place.height() / rows.size();
          model.reveal(top + at * each, top + (at + 1) * each);
          return;
        }
      }
    }
    model.reveal(top, Math.min(bottom, top + model.lanesHeight()));
  }

  /** Closer or further around the selected item, or the middle. */
  void zoom(double factor) {
    TimeScale scale = model.scale();
    int row = model.selectedRow();
    double x = row == Focus.NOTHING ? -1 : scale.x((double) model.index().table().start(row));
    boolean seen = 0 <= x && x <= scale.width();
    glide.accept(scale.zoomed(factor, seen ? x : scale.width() / 2));
  }

  /** Closer or further around a place. */
  void zoom(double factor, double x) {
    glide.accept(model.scale().zoomed(factor, x));
  }

  /** By a part of the view. */
  void pan(double part) {
    glide.accept(model.scale().panned(part * model.scale().width()));
  }

  /** Everything. */
  void whole() {
    glide.accept(TimeScale.whole(model.scale().bounds(), model.scale().width()));
  }

  void fold() {
    model.lane().ifPresent(lane -> fold(lane.kind()));
  }

  void fold(LaneKind kind) {
    model.lane(kind);
    model.open(kind, !model.isOpen(kind));
  }

  /** Selects an item; goes closer to a cluster, or through what lies at one moment. */
  void enter(Hit hit) {
    switch (hit) {
      case Hit.Item(var lane, int row) -> model.select(model.index().table().id(row));
      case Hit.Cluster cluster -> open(cluster);
    }
  }

  private void open(Hit.Cluster cluster) {
    model.lane(cluster.lane());
    TimeScale scale = model.scale();
    double length = (double) cluster.last() - cluster.first();
    double wanted = Math.max(length / (1 - 2 * AROUND), TimeScale.SHORTEST);
    double middle = cluster.first() + length / 2;
    TimeScale closer = scale.see(new TimeRange(middle - wanted / 2, middle + wanted / 2));
    if (length == 0 || closer.seen().length() >= scale.seen().length() * 0.99) {
      model.select(model.index().table().id(cluster.after(model.selectedRow())));
    } else {
      glide.accept(closer);
    }
  }
}
