package org.chartseal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SignatureProperties {
  private static final BigInteger N = Judges.ORDER;

  @Property
  void s_and_its_negative_become_the_same_low_signature(
      @ForAll("scalars") BigInteger r, @ForAll("scalars") BigInteger s) {
    Signature signature = Signature.of(encode(r, s));

    assertThat(Judges.isLowS(signature)).isTrue();
    assertThat(signature.bytes()).isEqualTo(Signature.of(encode(r, N.subtract(s))).bytes());
    assertThat(signature.bytes()).isEqualTo(encode(r, s.min(N.subtract(s))));
  }

  @Example
  void r_and_s_out_of_range_are_refused() {
    BigInteger one = BigInteger.ONE;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.of(encode(BigInteger.ZERO, one)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.of(encode(one, BigInteger.ZERO)));
    assertThatIllegalArgumentException().isThrownBy(() -> Signature.of(encode(N, one)));
    assertThatIllegalArgumentException().isThrownBy(() -> Signature.of(encode(one, N)));
    assertThatIllegalArgumentException().isThrownBy(() -> Signature.of(new byte[63]));
  }

  @Provide
  Arbitrary<BigInteger> scalars() {
    return Arbitraries.bigIntegers().between(BigInteger.ONE, N.subtract(BigInteger.ONE));
  }

  private static byte[] encode(BigInteger r, BigInteger s) {
    byte[] encoded = new byte[Signature.LENGTH];
    P256.put(r, encoded, 0);
    P256.put(s, encoded, 32);
    return encoded;
  }
}
