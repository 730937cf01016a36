package org.chartseal.views.timeline.model;

import java.util.Arrays;

/** Sorts row numbers by a key beside them, stably and without an object for each row. */
final class RowSort {

  private static final int SHORT = 16;

  private final long[] keys;

  RowSort(long[] keys) {
    this.keys = keys;
  }

  /** Sorts in place by the key of each row. */
  void sort(int[] rows) {
    sort(Arrays.copyOf(rows, rows.length), rows, 0, rows.length);
  }

  private void sort(int[] from, int[] to, int low, int high) {
    if (high - low <= SHORT) {
      insert(to, low, high);
      return;
    }
    int middle = (low + high) >>> 1;
    sort(to, from, low, middle);
    sort(to, from, middle, high);
    if (keys[from[middle - 1]] <= keys[from[middle]]) {
      System.arraycopy(from, low, to, low, high - low);
      return;
    }
    int left = low;
    int right = middle;
    for (int next = low; next < high; next++) {
      boolean takeLeft = right >= high || (left < middle && keys[from[left]] <= keys[from[right]]);
      to[next] = takeLeft ? from[left++] : from[right++];
    }
  }

  private void insert(int[] rows, int low, int high) {
    for (int next = low + 1; next < high; next++) {
      int row = rows[next];
      int at = next;
      while (at > low && keys[rows[at - 1]] > keys[row]) {
        rows[at] = rows[at - 1];
        at--;
      }
      rows[at] = row;
    }
  }
}
