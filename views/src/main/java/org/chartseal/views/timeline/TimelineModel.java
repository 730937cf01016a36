package org.chartseal.views.timeline;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.views.timeline.draw.Focus;
import org.chartseal.views.timeline.draw.Frame;
import org.chartseal.views.timeline.draw.Hit;
import org.chartseal.views.timeline.draw.LanePlace;
import org.chartseal.views.timeline.draw.LanePlaces;
import org.chartseal.views.timeline.draw.Metrics;
import org.chartseal.views.timeline.model.LaneIndex;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.TimelineIndex;
import org.chartseal.views.timeline.scale.TimeRange;
import org.chartseal.views.timeline.scale.TimeScale;
import org.jspecify.annotations.Nullable;

/** What the timeline shows at the moment, and what can be done with it. */
final class TimelineModel {

  private final Runnable changed;
  private final TimeRange life;
  private final double now;
  private final Set<LaneKind> folded = EnumSet.noneOf(LaneKind.class);
  private TimelineIndex index = TimelineIndex.empty();
  private TimeScale scale;
  private LanePlaces places = new LanePlaces(List.of(), 0);
  private double scrolled;
  private double height;
  private @Nullable String selected;
  private @Nullable Hit hovered;
  private @Nullable LaneKind lane;

  /**
   * @param changed called after whatever a new frame must show
   */
  TimelineModel(TimelineSettings settings, Runnable changed) {
    this.changed = changed;
    this.life = settings.life();
    this.now = settings.now().toEpochMilli();
    this.scale = TimeScale.whole(life, 1);
  }

  void show(TimelineIndex next) {
    index = next;
    places = new LanePlaces(List.of(), 0);
    hovered = null;
    scale = scale.within(bounds());
    changed.run();
  }

  private TimeRange bounds() {
    if (index.size() == 0) {
      return life;
    }
    double last = Math.max(index.first() + 1.0, (double) index.last());
    TimeRange items = new TimeRange(index.first(), last);
    boolean inside = life.from() <= items.from() && items.to() <= life.to();
    return inside ? life : life.with(items.padded(0.02));
  }

  /** Fits the lanes and the time to a size; called before each frame. */
  Frame frame(Metrics metrics, double width, double lanesHeight, boolean keys) {
    places = LanePlaces.of(index, folded, metrics);
    height = lanesHeight;
    scrolled = Math.clamp(scrolled, 0, mostScrolled());
    double time = width - metrics.header() - metrics.margin();
    if (time != scale.width()) {
      scale = scale.onWidth(time);
    }
    Focus focus = new Focus(selectedRow(), hovered, lane, keys);
    return new Frame(index, scale, places, focus, scrolled, now);
  }

  TimelineIndex index() {
    return index;
  }

  TimeScale scale() {
    return scale;
  }

  double scrolled() {
    return scrolled;
  }

  double mostScrolled() {
    return Math.max(0, places.height() - height);
  }

  double lanesHeight() {
    return height;
  }

  /** Sees what another scale sees, within the bounds of now. */
  void see(TimeScale other) {
    TimeScale next = scale.see(other.seen());
    if (!next.equals(scale)) {
      scale = next;
      hovered = null;
      changed.run();
    }
  }

  void scroll(double to) {
    double next = Math.clamp(to, 0, mostScrolled());
    if (next != scrolled) {
      scrolled = next;
      hovered = null;
      changed.run();
    }
  }

  boolean isOpen(LaneKind kind) {
    return !folded.contains(kind);
  }

  void open(LaneKind kind, boolean open) {
    boolean moved = open ? folded.remove(kind) : folded.add(kind);
    if (moved) {
      changed.run();
    }
  }

  @Nullable String selected() {
    return selected;
  }

  /** The selected item's row, or {@link Focus#NOTHING}; also when a filter hides it. */
  int selectedRow() {
    String id = selected;
    return id == null ? Focus.NOTHING : index.table().row(id);
  }

  void select(@Nullable String id) {
    selected = id;
    int row = selectedRow();
    if (row != Focus.NOTHING) {
      lane = index.table().lane(row);
    }
    changed.run();
  }

  @Nullable Hit hovered() {
    return hovered;
  }

  void hover(@Nullable Hit hit) {
    hovered = hit;
    changed.run();
  }

  /** The lane that keys go to: the one last used, or the first. */
  Optional<LaneIndex> lane() {
    LaneKind kind = lane;
    LaneIndex used = kind == null ? null : index.lanes().get(kind);
    return used != null ? Optional.of(used) : index.lanes().values().stream().findFirst();
  }

  void lane(LaneKind kind) {
    lane = kind;
    changed.run();
  }

  /** The lane at a height below the axis. */
  Optional<LanePlace> laneAt(double y) {
    return places.at(y + scrolled);
  }

  /** Scrolls so that a height below the first lane's top can be seen. */
  void reveal(double top, double bottom) {
    if (top < scrolled) {
      scroll(top);
    } else if (bottom > scrolled + height) {
      scroll(bottom - height);
    }
  }

  Optional<LanePlace> place(LaneKind kind) {
    return places.of(kind);
  }
}
