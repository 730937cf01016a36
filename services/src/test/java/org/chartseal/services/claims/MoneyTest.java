package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** Money is exact. */
class MoneyTest {

  private final Currency usd = Currency.getInstance("USD");
  private final Currency won = Currency.getInstance("KRW");

  @Test
  void a_share_is_rounded_half_to_even() {
    assertThat(new Money(5, usd).times(new BigDecimal("0.5"))).isEqualTo(new Money(2, usd));
    assertThat(new Money(7, usd).times(new BigDecimal("0.5"))).isEqualTo(new Money(4, usd));
    assertThat(new Money(82203, usd).times(new BigDecimal("0.6"))).isEqualTo(new Money(49322, usd));
  }

  @Test
  void an_amount_is_in_its_currencys_smallest_unit() {
    assertThat(Money.parse("431.4", usd).cents()).isEqualTo(43140);
    assertThat(Money.parse("12000", won).cents()).isEqualTo(12000);
    assertThat(new Money(43140, usd).decimal().toPlainString()).isEqualTo("431.40");
  }

  @Test
  void what_is_finer_than_a_cent_or_no_number_is_refused() {
    for (String bad : new String[] {"0.005", "", "1,5", "NaN", "99999999999999999999"}) {
      assertThatThrownBy(() -> Money.parse(bad, usd)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_enormous_exponent_is_refused_at_once() {
    for (String bad :
        new String[] {"1e2000000000", "1e2147483647", "-9e1000000", "1e-2000000000", "1e20"}) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(2),
          () -> {
            assertThatThrownBy(() -> Money.parse(bad, usd))
                .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Money.of(new BigDecimal(bad), won))
                .isInstanceOf(IllegalArgumentException.class);
          });
    }
    assertThat(Money.of(new BigDecimal("4.3e3"), usd).cents()).isEqualTo(430_000);
  }

  @Test
  void two_currencies_never_meet_and_a_sum_never_wraps() {
    assertThatThrownBy(() -> new Money(1, usd).plus(new Money(1, won)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE, usd).plus(new Money(1, usd)))
        .isInstanceOf(ArithmeticException.class);
  }
}
