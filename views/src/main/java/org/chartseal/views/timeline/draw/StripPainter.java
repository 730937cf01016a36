package org.chartseal.views.timeline.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.ItemTable;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.Marks;
import org.chartseal.views.timeline.model.Strip;
import org.chartseal.views.timeline.scale.TimeScale;

/** Draws one row of bars and marks. */
final class StripPainter {

  /** Where a row is, and how much of it is shown. */
  record Row(LaneKind kind, Strip strip, double middle, boolean labelled, double most) {}

  private static final double EDGE_LEAST = 28;
  private static final double HELD = 10;
  private static final double BAR_LABEL_LEAST = 28;
  private static final double LABEL_LEAST = 40;
  private static final double LABEL_MOST = 200;

  private final Brush brush;
  private final GraphicsContext gc;
  private final Palette palette;
  private final Metrics metrics;
  private final Glyphs glyphs;
  private final HitMap hits;
  private final Frame frame;
  private final double left;
  private final Marks marks;

  StripPainter(Brush brush, Frame frame, HitMap hits, Marks marks) {
    this.brush = brush;
    this.gc = brush.gc;
    this.palette = brush.palette;
    this.metrics = brush.metrics;
    this.glyphs = brush.glyphs;
    this.hits = hits;
    this.frame = frame;
    this.left = metrics.header();
    this.marks = marks;
  }

  void paint(Row row) {
    TimeScale scale = frame.scale();
    double millis = scale.millisPerPixel();
    marks.collect(
        row.strip(),
        scale.seen().from(),
        scale.seen().to(),
        metrics.leastBar() * millis,
        metrics.room() * millis);
    for (int bar = 0; bar < marks.bars(); bar++) {
      bar(row, marks.bar(bar));
    }
    for (int mark = 0; mark < marks.size(); mark++) {
      if (marks.row(mark) == Marks.CLUSTER) {
        cluster(row, mark);
      } else {
        single(row, mark);
      }
    }
  }

  private double x(double millis) {
    return left + frame.scale().x(millis);
  }

  private void bar(Row row, int position) {
    int item = row.strip().row(position);
    boolean ongoing = row.strip().end(position) >= ItemTable.ONGOING;
    double right = ongoing ? frame.now() : row.strip().end(position);
    double edge = left + frame.scale().width() + metrics.margin();
    double from =
        metrics.snap(Math.max(left - metrics.em(8), x((double) row.strip().start(position))));
    double to = metrics.snap(Math.min(edge, x(right)));
    double height = Math.min(metrics.em(16), row.most());
    double top = metrics.snap(row.middle() - height / 2);
    double width = Math.max(metrics.em(4), to - from - 1);
    boolean found = row.strip().matches(position, position + 1) > 0;
    Grade grade = frame.index().table().grade(item);
    body(row, grade, found, from, top, width, height);
    if (ongoing) {
      head(row, found, from + width, top, height);
    }
    if (row.labelled()) {
      label(frame.index().table().title(item), found, from, top + height / 2, width, grade);
    }
    if (grade == Grade.RETRACTED) {
      glyphs.strike(from, row.middle(), from + width, row.middle());
    }
    glyphs.badge(grade, Math.max(from, left), top);
    Hit hit = new Hit.Item(row.kind(), item);
    hits.add(from, top, width, height, hit);
    around(hit, item == frame.focus().selected(), from, top, width, height);
  }

  private void body(
      Row row, Grade grade, boolean found, double x, double y, double width, double height) {
    Ink ink = Ink.of(row.kind());
    double radius = metrics.em(3);
    boolean hollow = grade == Grade.UNKNOWN || grade == Grade.RETRACTED || grade == Grade.FAILED;
    Color edge = grade == Grade.RETRACTED ? palette.of(Ink.MUTED) : palette.of(ink);
    if (hollow) {
      Color line = found ? edge : palette.tint(ink, 2);
      brush.rounds.outline(palette.of(Ink.BACKGROUND), line, x, y, width, height, radius);
    } else {
      int weight = width >= metrics.em(EDGE_LEAST) ? 1 : 2;
      Color fill = palette.tint(ink, found ? weight : 0);
      brush.rounds.fill(fill, x, y, width, height, radius);
    }
    if (width >= metrics.em(EDGE_LEAST)) {
      gc.setFill(found ? edge : palette.tint(ink, 2));
      gc.fillRect(x, y, metrics.em(3), height);
    }
  }

  /** It goes on: the bar ends in an arrow and not in an edge. */
  private void head(Row row, boolean found, double x, double y, double height) {
    gc.setFill(found ? palette.of(Ink.of(row.kind())) : palette.tint(Ink.of(row.kind()), 2));
    gc.fillPolygon(
        new double[] {x, x + height * 0.45, x}, new double[] {y, y + height / 2, y + height}, 3);
  }

  private void label(
      String title, boolean found, double from, double middle, double width, Grade grade) {
    double start = Math.max(from, left) + metrics.em(8);
    double inset = grade == Grade.DOUBTFUL || grade == Grade.FAILED ? metrics.em(4) : 0;
    double room = from + width - start - inset - metrics.em(4);
    if (room < metrics.em(BAR_LABEL_LEAST)) {
      return;
    }
    String text = metrics.small().fit(title, room);
    brush.text(metrics.small(), found ? Ink.TEXT : Ink.MUTED, text, start + inset, middle);
  }

  private void single(Row row, int mark) {
    int item = marks.row(mark);
    double x = x(marks.centre(mark));
    double radius = Math.min(metrics.em(6), row.most() / 2);
    Grade grade = frame.index().table().grade(item);
    if (row.strip().length(marks.from(mark)) > 0 && row.kind().form() == LaneKind.Form.SPANS) {
      sliver(row, mark, x);
      return;
    }
    glyphs.mark(row.kind(), grade, x, row.middle(), radius, !marks.found(mark));
    if (row.labelled()) {
      double room = free(row, mark, x) - metrics.em(16);
      if (room >= metrics.em(LABEL_LEAST)) {
        String title = frame.index().table().title(item);
        String text = metrics.small().fit(title, Math.min(room, metrics.em(LABEL_MOST)));
        Ink ink = marks.found(mark) ? Ink.TEXT : Ink.MUTED;
        brush.text(metrics.small(), ink, text, x + radius + metrics.em(6), row.middle());
      }
    }
    Hit hit = new Hit.Item(row.kind(), item);
    double top = row.middle() - radius;
    hits.add(x - radius, top, radius * 2, radius * 2, hit);
    around(hit, item == frame.focus().selected(), x - radius, top, radius * 2, radius * 2);
  }

  /** What lasts, and is too short here for a label: a bar all the same. */
  private void sliver(Row row, int mark, double x) {
    int item = marks.row(mark);
    Grade grade = frame.index().table().grade(item);
    double length = row.strip().length(marks.from(mark)) / frame.scale().millisPerPixel();
    double width = Math.max(metrics.em(4), metrics.snap(length));
    double height = Math.min(metrics.em(16), row.most());
    double from = metrics.snap(x);
    double top = metrics.snap(row.middle() - height / 2);
    body(row, grade, marks.found(mark), from, top, width, height);
    glyphs.badge(grade, from + width, top);
    Hit hit = new Hit.Item(row.kind(), item);
    hits.add(from, top, width, height, hit);
    around(hit, item == frame.focus().selected(), from, top, width, height);
  }

  /** How far it is to what comes next in the row. */
  private double free(Row row, int mark, double x) {
    double end = left + frame.scale().width() + metrics.margin();
    if (mark + 1 < marks.size()) {
      end = x(marks.centre(mark + 1)) - metrics.em(12);
    }
    for (int bar = 0; bar < marks.bars(); bar++) {
      double from = x((double) row.strip().start(marks.bar(bar)));
      double to = x(row.strip().end(marks.bar(bar)));
      if (to > x && from < end) {
        end = Math.max(x, from);
      }
    }
    return end - x;
  }

  private void cluster(Row row, int mark) {
    String count = brush.counts.of(marks.items(mark));
    double height = Math.min(metrics.em(18), row.most());
    boolean written = height >= metrics.em(14);
    double width =
        written
            ? metrics.snap(Math.max(metrics.em(20), metrics.small().width(count) + metrics.em(10)))
            : metrics.em(20);
    double centre = x(marks.centre(mark));
    // It stays whole at the left edge until most of it is out of sight, and slides out from there.
    double x =
        metrics.snap(Math.max(Math.min(left, centre + metrics.em(HELD)), centre - width / 2));
    double y = metrics.snap(row.middle() - height / 2);
    Ink ink = Ink.of(row.kind());
    Grade worst = marks.worst(mark);
    boolean found = marks.found(mark);
    int weight = found ? Math.min(3, 1 + Integer.toString(marks.items(mark)).length()) - 1 : 0;
    Color ground = palette.of(Ink.BACKGROUND);
    if (marks.bars() > 0) {
      double halo = metrics.em(1);
      double outer = height + 2 * halo;
      brush.rounds.fill(ground, x - halo, y - halo, width + 2 * halo, outer, outer / 2);
    }
    if (worst == Grade.UNKNOWN) {
      Color line = palette.tint(ink, found ? 3 : 1);
      brush.rounds.outline(ground, line, x, y, width, height, height / 2);
    } else {
      brush.rounds.fill(palette.tint(ink, weight), x, y, width, height, height / 2);
    }
    if (written) {
      Ink text = found ? Ink.TEXT : Ink.MUTED;
      brush.textAround(metrics.small(), text, count, x + width / 2, row.middle());
    }
    glyphs.badge(worst, x + width - metrics.em(3), y + metrics.em(2));
    Hit hit =
        new Hit.Cluster(
            row.kind(), row.strip(), marks.from(mark), marks.to(mark), marks.items(mark));
    hits.add(x, y, width, height, hit);
    around(hit, holdsSelected(row, mark), x, y, width, height);
  }

  private boolean holdsSelected(Row row, int mark) {
    int selected = frame.focus().selected();
    if (selected == Focus.NOTHING || frame.index().table().lane(selected) != row.kind()) {
      return false;
    }
    int position = row.strip().position(selected, frame.index().table().start(selected));
    return marks.from(mark) <= position && position < marks.to(mark) && !marks.barred(position);
  }

  private void around(Hit hit, boolean selected, double x, double y, double width, double height) {
    if (selected) {
      glyphs.ring(x, y, width, height);
    } else if (hit.equals(frame.focus().hovered())) {
      glyphs.hover(x, y, width, height);
    }
  }
}
