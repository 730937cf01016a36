package org.chartseal.views.timeline.model;

/** The results of one series, in the order of their time. */
public final class Trend {

  private final String name;
  private final String unit;
  private final int[] rows;
  private final Sorted times;
  private final double[] values;
  private final MaxTree highest;
  private final MaxTree lowest;
  private final double low;
  private final double high;

  Trend(ItemTable table, int[] rows) {
    this.rows = rows;
    int newest = rows[rows.length - 1];
    Measure measure = table.measure(newest);
    name = measure == null ? table.title(newest) : measure.name();
    unit = measure == null ? "" : measure.unit();
    low = measure == null ? Double.NaN : measure.low();
    high = measure == null ? Double.NaN : measure.high();
    values = new double[rows.length];
    double[] negated = new double[rows.length];
    for (int position = 0; position < rows.length; position++) {
      values[position] = table.value(rows[position]);
      negated[position] = -values[position];
    }
    times = new Sorted(rows, table.starts());
    highest = new MaxTree(values);
    lowest = new MaxTree(negated);
  }

  /** What is measured. */
  public String name() {
    return name;
  }

  /** In which unit. */
  public String unit() {
    return unit;
  }

  /** How many results there are; at least one. */
  public int size() {
    return rows.length;
  }

  /** The table's row at a position. */
  public int row(int position) {
    return rows[position];
  }

  /** When it was measured. */
  public long time(int position) {
    return times.at(position);
  }

  /** What was measured. */
  public double value(int position) {
    return values[position];
  }

  /** The first position that is not before a time. */
  public int from(double millis) {
    return times.from(millis);
  }

  /** The greatest value of the positions in [from, to), which must not be empty. */
  public double max(int from, int to) {
    return highest.max(from, to);
  }

  /** The least value of the positions in [from, to), which must not be empty. */
  public double min(int from, int to) {
    return -lowest.max(from, to);
  }

  /** The lower end of the newest result's reference range, or NaN. */
  public double low() {
    return low;
  }

  /** The upper end of the newest result's reference range, or NaN. */
  public double high() {
    return high;
  }
}
