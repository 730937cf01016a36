package org.chartseal.views.timeline.draw;

import org.chartseal.views.timeline.model.Trend;

/** Values of a series on the height of its row; the same wherever the view is. */
record ValueScale(double least, double most, double top, double bottom) {

  static ValueScale of(Trend trend, double top, double bottom) {
    double least = trend.min(0, trend.size());
    double most = trend.max(0, trend.size());
    if (!Double.isNaN(trend.low())) {
      least = Math.min(least, trend.low());
    }
    if (!Double.isNaN(trend.high())) {
      most = Math.max(most, trend.high());
    }
    if (most - least == 0) {
      return new ValueScale(least - 1, most + 1, top, bottom);
    }
    return new ValueScale(least, most, top, bottom);
  }

  double y(double value) {
    return bottom - (value - least) / (most - least) * (bottom - top);
  }
}
