package org.chartseal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void a_closed_pin_is_zeros_and_lends_nothing() {
    Pin pin = Pin.copyOf(new char[] {'1', '2', '3', '4'});
    char[] own = pin.use(Function.identity());
    assertThat(own).containsExactly('1', '2', '3', '4');

    pin.close();
    pin.close();

    assertThat(own).containsOnly('\0');
    assertThatIllegalStateException().isThrownBy(() -> pin.use(char[]::clone));
  }

  @Test
  void a_pin_is_a_copy_and_prints_as_nothing() {
    char[] typed = {'1', '2', '3', '4'};
    try (Pin pin = Pin.copyOf(typed)) {
      typed[0] = '9';
      assertThat(pin.<Character>use(own -> own[0])).isEqualTo('1');
      assertThat(pin).hasToString("Pin[…]");
    }
  }

  @Test
  void a_closed_shared_secret_is_zeros_and_lends_nothing() {
    byte[] x = new byte[32];
    x[0] = 7;
    SharedSecret secret = SharedSecret.copyOf(x);
    byte[] own = secret.use(Function.identity());
    assertThat(own).isEqualTo(x).isNotSameAs(x);

    secret.close();
    secret.close();

    assertThat(own).containsOnly(0);
    assertThat(secret).hasToString("SharedSecret[…]");
    assertThatIllegalStateException().isThrownBy(() -> secret.use(byte[]::clone));
  }

  @Test
  void a_shared_secret_or_digest_of_another_length_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> SharedSecret.copyOf(new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> Digest.of(new byte[20]));
  }
}
