package org.chartseal.views.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SoughtTest {

  @Test
  void accents_and_case_make_no_difference_on_either_side() {
    assertThat(new Sought(" adan ").isIn("Adán Joaquín Delrío")).isTrue();
    assertThat(new Sought("DELRÍO").isIn("Adan Joaquin Delrio")).isTrue();
    assertThat(new Sought("joaquin").begins("Joaquín")).isTrue();
    assertThat(new Sought("odan").isIn("Adán Joaquín Delrío")).isFalse();
  }

  @Test
  void a_korean_name_is_found_by_its_syllables_and_by_those_that_are_not_finished() {
    assertThat(new Sought("서연").isIn("홍서연")).isTrue();
    assertThat(new Sought("홍서여").isIn("홍서연")).isTrue();
    assertThat(new Sought("김").isIn("홍서연")).isFalse();
  }

  @Test
  void nothing_typed_is_found_everywhere() {
    assertThat(new Sought("  ").isEmpty()).isTrue();
    assertThat(new Sought("").isIn("Adán")).isTrue();
  }

  @Test
  void words_are_found_wherever_each_of_them_stands() {
    Sought sought = new Sought("Hana  m-0001");
    assertThat(sought.isInParts("M-00012 · Hana Clinic")).isTrue();
    assertThat(sought.isInParts("M-00012 · St Mary")).isFalse();
  }
}
