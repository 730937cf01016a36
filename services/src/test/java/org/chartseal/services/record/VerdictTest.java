package org.chartseal.services.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chartseal.services.record.CheckResult.Status;
import org.chartseal.services.record.Verdict.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  @ParameterizedTest
  @CsvSource({
    "ANCHORED, FAILED", "BYTES, FAILED", "SIGNATURE, FAILED", "CONTENT, FAILED",
    "LICENCE, DOUBTFUL", "CERTIFICATE, DOUBTFUL", "ORDER, DOUBTFUL", "NOT_RETRACTED, RETRACTED"
  })
  void one_failed_check_makes_the_grade(Check check, Grade grade) {
    assertThat(with(Map.of(check, Status.FAILED)).grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @EnumSource(Check.class)
  void one_unknown_check_is_enough_not_to_be_good(Check check) {
    assertThat(with(Map.of(check, Status.UNKNOWN)).grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  void only_what_passed_every_check_is_proven() {
    assertThat(with(Map.of()).grade()).isEqualTo(Grade.PROVEN);
  }

  @Test
  void a_retracted_entry_that_is_doubtful_is_doubtful_and_one_that_failed_has_failed() {
    assertThat(
            with(Map.of(Check.NOT_RETRACTED, Status.FAILED, Check.LICENCE, Status.FAILED)).grade())
        .isEqualTo(Grade.DOUBTFUL);
    assertThat(with(Map.of(Check.NOT_RETRACTED, Status.FAILED, Check.BYTES, Status.FAILED)).grade())
        .isEqualTo(Grade.FAILED);
  }

  @Property(tries = 200)
  void a_verdict_never_becomes_better_when_a_check_becomes_worse(
      @ForAll("statuses") Map<Check, Status> statuses, @ForAll Check check) {
    Map<Check, Status> worse = new EnumMap<>(statuses);
    worse.put(check, Status.FAILED);
    assertThat(with(worse).grade()).isGreaterThanOrEqualTo(with(statuses).grade());
    if (statuses.get(check) == Status.PASSED) {
      worse.put(check, Status.UNKNOWN);
      assertThat(with(worse).grade()).isNotEqualTo(Grade.PROVEN);
    }
  }

  @Provide
  Arbitrary<Map<Check, Status>> statuses() {
    return Arbitraries.maps(Arbitraries.of(Check.class), Arbitraries.of(Status.class))
        .ofSize(Check.values().length);
  }

  @Test
  void a_verdict_names_every_check_once() {
    List<CheckResult> twice = new ArrayList<>(with(Map.of()).checks());
    twice.set(1, twice.getFirst());
    assertThatThrownBy(() -> new Verdict(twice)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Verdict(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_was_only_retracted_is_genuine_and_what_cannot_be_read_is_not() {
    assertThat(with(Map.of(Check.NOT_RETRACTED, Status.FAILED)).isGenuine()).isTrue();
    assertThat(with(Map.of(Check.NOT_RETRACTED, Status.UNKNOWN)).isGenuine()).isTrue();
    assertThat(
            with(Map.of(Check.NOT_RETRACTED, Status.FAILED, Check.CONTENT, Status.UNKNOWN))
                .isGenuine())
        .isFalse();
  }

  private static Verdict with(Map<Check, Status> statuses) {
    List<CheckResult> results = new ArrayList<>();
    for (Check check : Check.values()) {
      results.add(new CheckResult(check, statuses.getOrDefault(check, Status.PASSED), "a reason"));
    }
    return new Verdict(results);
  }
}
