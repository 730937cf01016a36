package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class Hash32Properties {

  @Property
  void gives_back_the_bytes_that_it_took(@ForAll @Size(32) byte[] bytes) {
    Hash32 hash = Hash32.of(bytes);
    assertThat(hash.bytes()).isEqualTo(bytes);
    assertThat(Hash32.ofHex(hash.hex())).isEqualTo(hash).hasSameHashCodeAs(hash);
  }

  @Property
  void orders_as_unsigned_bytes_do(@ForAll @Size(32) byte[] one, @ForAll @Size(32) byte[] other) {
    byte[] late = one.clone();
    late[31] = other[31];
    for (byte[] compared : new byte[][] {other, late}) {
      Hash32 first = Hash32.of(one);
      Hash32 second = Hash32.of(compared);
      assertThat(Integer.signum(first.compareTo(second)))
          .isEqualTo(Integer.signum(Arrays.compareUnsigned(one, compared)));
      assertThat(first.equals(second)).isEqualTo(Arrays.equals(one, compared));
    }
  }

  @Property
  void takes_thirty_two_bytes_and_no_other_number(@ForAll @Size(max = 64) byte[] bytes) {
    if (bytes.length != 32) {
      assertThatThrownBy(() -> Hash32.of(bytes)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
