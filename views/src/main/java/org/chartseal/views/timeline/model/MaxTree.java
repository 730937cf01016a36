package org.chartseal.views.timeline.model;

import java.util.ArrayList;
import java.util.List;

/** Greatest values of blocks of blocks: finds what is large without looking at what is small. */
final class MaxTree {

  private static final int BITS = 4;
  private static final int FAN = 1 << BITS;

  private final List<double[]> levels = new ArrayList<>();

  MaxTree(double[] values) {
    double[] level = values;
    levels.add(level);
    while (level.length > FAN) {
      level = above(level);
      levels.add(level);
    }
  }

  private static double[] above(double[] below) {
    double[] above = new double[(below.length + FAN - 1) >> BITS];
    for (int block = 0; block < above.length; block++) {
      above[block] = Double.NEGATIVE_INFINITY;
      for (int at = block << BITS; at < Math.min(below.length, (block + 1) << BITS); at++) {
        above[block] = Math.max(above[block], below[at]);
      }
    }
    return above;
  }

  double at(int position) {
    return levels.getFirst()[position];
  }

  /** The first position in [from, to) whose value is at least the given one, or -1. */
  int next(int from, int to, double atLeast) {
    int level = 0;
    int at = from;
    while (at < levels.get(level).length && (at << (BITS * level)) < to) {
      boolean blockBegins = (at & (FAN - 1)) == 0 && level + 1 < levels.size();
      if (blockBegins) {
        at >>= BITS;
        level++;
      } else if (levels.get(level)[at] >= atLeast) {
        return within(level, at, to, atLeast);
      } else {
        at++;
      }
    }
    return -1;
  }

  private int within(int level, int block, int to, double atLeast) {
    int at = block;
    for (int below = level - 1; below >= 0; below--) {
      double[] values = levels.get(below);
      at <<= BITS;
      while (values[at] < atLeast) {
        at++;
      }
    }
    return at < to ? at : -1;
  }

  /** The greatest value in [from, to), which is not empty. */
  double max(int from, int to) {
    double max = Double.NEGATIVE_INFINITY;
    int low = from;
    int high = to;
    for (int level = 0; low < high; level++) {
      double[] values = levels.get(level);
      if (level + 1 == levels.size()) {
        return Math.max(max, over(values, low, high));
      }
      int lowBlock = (low + FAN - 1) >> BITS;
      int highBlock = high >> BITS;
      if (lowBlock >= highBlock) {
        return Math.max(max, over(values, low, high));
      }
      max = Math.max(max, over(values, low, lowBlock << BITS));
      max = Math.max(max, over(values, highBlock << BITS, high));
      low = lowBlock;
      high = highBlock;
    }
    return max;
  }

  private static double over(double[] values, int from, int to) {
    double max = Double.NEGATIVE_INFINITY;
    for (int at = from; at < to; at++) {
      max = Math.max(max, values[at]);
    }
    return max;
  }
}
