package org.chartseal.views.timeline.model;

import java.util.Arrays;

/**
 * What is drawn of one strip in one frame: bars for what is long enough, and at most one mark for
 * each cell of time for the rest. The arrays are used again for the next strip.
 *
 * <p>Cells are a power of two of milliseconds long and begin at multiples of that, so that marks
 * stay together while the view moves.
 */
public final class Marks {

  /** A mark that stands for more than one item. */
  public static final int CLUSTER = -1;

  private static final int NO_BAR = -1;

  private int barCount;
  private int[] bars = new int[64];
  private int count;
  private int[] from = new int[128];
  private int[] to = new int[128];
  private int[] items = new int[128];
  private int[] rows = new int[128];
  private int[] found = new int[128];
  private int[][] graded = new int[Grade.BY_CODE.size()][128];
  private double[] centres = new double[128];
  private double[] cells = new double[128];

  /**
   * What a strip shows.
   *
   * @param from the view's first millisecond
   * @param to its last
   * @param least how long a bar must be to be drawn as one, in milliseconds
   * @param room how much time a mark needs for itself, in milliseconds
   */
  public void collect(Strip strip, double from, double to, double least, double room) {
    double cell = cell(room);
    double first = Math.floor(from / cell) * cell - cell;
    int begin = strip.from(first);
    int end = strip.from(Math.ceil(to / cell) * cell + cell);
    collectBars(strip, from, begin, end, least);
    count = 0;
    int bar = 0;
    while (bar < barCount && bars[bar] < begin) {
      bar++;
    }
    for (int at = begin; at < end; ) {
      double cellStart = Math.floor(strip.start(at) / cell) * cell;
      int next = Math.min(end, strip.from(cellStart + cell));
      int barEnd = bar;
      while (barEnd < barCount && bars[barEnd] < next) {
        barEnd++;
      }
      if (next - at > barEnd - bar) {
        add(strip, at, next, bar, barEnd);
        cells[count - 1] = cellStart;
      }
      bar = barEnd;
      at = next;
    }
    keepApart(cell, room / 2);
  }

  /** The length of a cell that leaves this room for a mark, both in milliseconds. */
  public static double cell(double room) {
    return Math.scalb(1.0, Math.getExponent(room) + 1);
  }

  private void collectBars(Strip strip, double from, int begin, int end, double least) {
    barCount = 0;
    int at = strip.nextReaching(0, begin, from);
    while (at >= 0) {
      if (strip.length(at) >= least) {
        addBar(at);
      }
      at = strip.nextReaching(at + 1, begin, from);
    }
    at = strip.nextBar(begin, end, least);
    while (at >= 0) {
      addBar(at);
      at = strip.nextBar(at + 1, end, least);
    }
  }

  private void addBar(int position) {
    if (barCount == bars.length) {
      bars = Arrays.copyOf(bars, barCount * 2);
    }
    bars[barCount++] = position;
  }

  private void add(Strip strip, int begin, int end, int bar, int barEnd) {
    if (count == from.length) {
      grow();
    }
    int mark = count++;
    from[mark] = begin;
    to[mark] = end;
    items[mark] = end - begin - (barEnd - bar);
    found[mark] = strip.matches(begin, end);
    for (Grade grade : Grade.BY_CODE) {
      graded[grade.code()][mark] = strip.graded(grade, begin, end);
    }
    for (int at = bar; at < barEnd; at++) {
      found[mark] -= strip.matches(bars[at], bars[at] + 1);
      for (Grade grade : Grade.BY_CODE) {
        graded[grade.code()][mark] -= strip.graded(grade, bars[at], bars[at] + 1);
      }
    }
    int single = items[mark] == 1 ? single(begin, bar, barEnd) : NO_BAR;
    rows[mark] = single < 0 ? CLUSTER : strip.row(single);
    centres[mark] =
        single < 0 ? (strip.start(begin) + (double) strip.start(end - 1)) / 2 : strip.start(single);
    if (single >= 0) {
      from[mark] = single;
      to[mark] = single + 1;
    }
  }

  /** The one position from begin on that is not a bar. */
  private int single(int begin, int bar, int barEnd) {
    int at = begin;
    for (int next = bar; next < barEnd && bars[next] == at; next++) {
      at++;
    }
    return at;
  }

  /** To the right, and back: what moves away from one neighbour may come too near to the other. */
  private void keepApart(double cell, double half) {
    for (int mark = 1; mark < count; mark++) {
      keepApart(mark, cell, half);
    }
    for (int mark = count - 1; mark > 0; mark--) {
      keepApart(mark, cell, half);
    }
  }

  private void keepApart(int mark, double cell, double half) {
    double border = cells[mark];
    boolean neighbours = cells[mark - 1] + cell >= border;
    if (neighbours && centres[mark] - centres[mark - 1] < 2 * half) {
      centres[mark - 1] = Math.min(centres[mark - 1], border - half);
      centres[mark] = Math.max(centres[mark], border + half);
    }
  }

  private void grow() {
    int size = count * 2;
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    items = Arrays.copyOf(items, size);
    rows = Arrays.copyOf(rows, size);
    found = Arrays.copyOf(found, size);
    centres = Arrays.copyOf(centres, size);
    cells = Arrays.copyOf(cells, size);
    for (int code = 0; code < graded.length; code++) {
      graded[code] = Arrays.copyOf(graded[code], size);
    }
  }

  /** How many bars there are. */
  public int bars() {
    return barCount;
  }

  /** The strip's position of a bar. */
  public int bar(int bar) {
    return bars[bar];
  }

  /** Whether a position of the strip is drawn as a bar. */
  public boolean barred(int position) {
    return Arrays.binarySearch(bars, 0, barCount, position) >= 0;
  }

  /** How many marks there are. */
  public int size() {
    return count;
  }

  /** The first position of the strip that a mark stands for; bars lie between some. */
  public int from(int mark) {
    return from[mark];
  }

  /** The position after the last that a mark stands for. */
  public int to(int mark) {
    return to[mark];
  }

  /** How many items a mark stands for. */
  public int items(int mark) {
    return items[mark];
  }

  /** The table's row of a mark that stands for one item, else {@link #CLUSTER}. */
  public int row(int mark) {
    return rows[mark];
  }

  /** Where a mark belongs, in milliseconds. */
  public double centre(int mark) {
    return centres[mark];
  }

  /** Whether a search found any of a mark's items. */
  public boolean found(int mark) {
    return found[mark] > 0;
  }

  /** The worst grade among a mark's items. */
  public Grade worst(int mark) {
    for (int code = graded.length - 1; code > 0; code--) {
      if (graded[code][mark] > 0) {
        return Grade.BY_CODE.get(code);
      }
    }
    return Grade.PROVEN;
  }
}
