package org.chartseal.views.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.views.testing.Consents;
import org.junit.jupiter.api.Test;

final class NarrowingTest {

  private static final ConsentTerms ASKED = Consents.terms("visit-1");

  private final Narrowing narrowing = new Narrowing(ASKED, Consents.NOW, ZoneOffset.UTC, 1979);

  @Test
  void only_ends_before_the_one_asked_for_can_be_chosen() {
    assertThat(narrowing.ends())
        .containsExactly(
            Narrowing.End.AS_ASKED, Narrowing.End.HOUR, Narrowing.End.TODAY, Narrowing.End.WEEK);
    for (Narrowing.End end : EnumSet.complementOf(EnumSet.of(Narrowing.End.MONTH))) {
      assertThat(narrowing.until(end)).isBeforeOrEqualTo(ASKED.until());
    }
  }

  @Test
  void of_two_hours_nothing_but_an_hour_less_can_be_made() {
    Instant later = ASKED.until().minusSeconds(7200);
    assertThat(new Narrowing(ASKED, later, ZoneOffset.UTC, 1979).ends())
        .containsExactly(Narrowing.End.AS_ASKED, Narrowing.End.HOUR);
  }

  @Test
  void a_request_whose_time_is_over_is_not_open() {
    assertThat(narrowing.isOpen()).isTrue();
    assertThat(new Narrowing(ASKED, ASKED.until(), ZoneOffset.UTC, 1979).isOpen()).isFalse();
  }

  @Test
  void years_and_classes_are_never_more_than_asked() {
    ConsentTerms less =
        narrowing.terms(
            new Narrowing.Choice(
                List.of(SensitivityClass.GENERAL, SensitivityClass.parse("HIV")),
                1990,
                2012,
                Narrowing.End.HOUR));

    assertThat(less.classes()).containsExactly(SensitivityClass.GENERAL);
    assertThat(less.years()).containsExactly(2010, 2011, 2012);
    assertThat(less.until()).isEqualTo(Consents.NOW.plusSeconds(3600));
    assertThat(less.id()).isEqualTo(ASKED.id());
  }

  @Test
  void all_years_stay_all_years_unless_some_are_left_out() {
    ConsentTerms all =
        new ConsentTerms(
            ASKED.id(),
            ASKED.patient(),
            ASKED.grantee(),
            ASKED.writers(),
            ASKED.purpose(),
            ASKED.classes(),
            new TreeSet<>(),
            ASKED.made(),
            ASKED.from(),
            ASKED.until());
    Narrowing open = new Narrowing(all, Consents.NOW, ZoneOffset.UTC, 2020);

    assertThat(open.years()).containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026);
    assertThat(open.terms(choice(2020, 2026)).years()).isEmpty();
    assertThat(open.terms(choice(2025, 2026)).years()).containsExactly(2025, 2026);
  }

  private static Narrowing.Choice choice(int from, int to) {
    return new Narrowing.Choice(ASKED.classes(), from, to, Narrowing.End.AS_ASKED);
  }
}
