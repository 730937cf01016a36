package org.chartseal.views.timeline.model;

/** Times in ascending order. */
final class Sorted {

  private final long[] times;

  Sorted(long[] times) {
    this.times = times;
  }

  int size() {
    return times.length;
  }

  long at(int position) {
    return times[position];
  }

  /** The first position whose time is not before the given one; the size if there is none. */
  int from(double time) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
