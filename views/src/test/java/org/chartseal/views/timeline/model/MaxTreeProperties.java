package org.chartseal.views.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MaxTreeProperties {

  @Property(tries = 300)
  void it_finds_what_a_walk_over_all_values_finds(
      @ForAll @Size(max = 700) @DoubleRange(max = 50) double[] values,
      @ForAll @IntRange(max = 700) int from,
      @ForAll @IntRange(max = 700) int to,
      @ForAll @DoubleRange(min = 40, max = 51) double atLeast) {
    int end = Math.min(to, values.length);
    assertThat(new MaxTree(values).next(from, end, atLeast))
        .isEqualTo(walk(values, from, end, atLeast));
  }

  @Property(tries = 300)
  void the_greatest_of_a_range_is_the_greatest(
      @ForAll @Size(min = 1, max = 700) double[] values,
      @ForAll @IntRange(max = 699) int some,
      @ForAll @IntRange(max = 699) int other) {
    int from = Math.min(some, other) % values.length;
    int to = Math.min(values.length, Math.max(from, Math.max(some, other)) + 1);
    double most = values[from];
    for (int at = from; at < to; at++) {
      most = Math.max(most, values[at]);
    }
    assertThat(new MaxTree(values).max(from, to)).isEqualTo(most);
  }

  private static int walk(double[] values, int from, int to, double atLeast) {
    for (int at = from; at < to; at++) {
      if (values[at] >= atLeast) {
        return at;
      }
    }
    return -1;
  }
}
