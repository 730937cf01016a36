package org.chartseal.views.timeline.model;

/** The times of some rows of a table, in ascending order. */
final class Sorted {

  private final int[] rows;
  private final long[] times;

  /**
   * @param rows in the order of their time
   * @param times by row
   */
  Sorted(int[] rows, long[] times) {
    this.rows = rows;
    this.times = times;
  }

  int size() {
    return rows.length;
  }

  long at(int position) {
    return times[rows[position]];
  }

  /** The first position whose time is not before the given one; the size if there is none. */
  int from(double time) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
