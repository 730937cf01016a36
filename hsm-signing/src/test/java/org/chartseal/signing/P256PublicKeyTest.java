package org.chartseal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class P256PublicKeyTest {
  private final P256PublicKey key = Judges.publicKey(Judges.newPair());

  @Test
  void a_key_survives_the_way_through_bytes_and_jca() {
    assertThat(P256PublicKey.of(key.bytes())).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(P256PublicKey.of(key.toJca())).isEqualTo(key);
    assertThat(key).isNotEqualTo(Judges.publicKey(Judges.newPair()));
  }

  @Test
  void a_point_off_the_curve_is_refused() {
    byte[] off = key.bytes();
    off[63] ^= 1;
    assertThatIllegalArgumentException().isThrownBy(() -> P256PublicKey.of(off));
  }

  @Test
  void zeros_which_some_libraries_take_for_infinity_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> P256PublicKey.of(new byte[64]));
  }

  @Test
  void the_point_at_infinity_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> P256PublicKey.of(new PointOnly(ECPoint.POINT_INFINITY)));
  }

  @Test
  void a_coordinate_beyond_the_field_is_refused_though_its_residue_is_on_the_curve() {
    BigInteger p =
        new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    ECPoint point = key.toJca().getW();
    ECPoint beyond = new ECPoint(point.getAffineX().add(p), point.getAffineY());
    assertThatIllegalArgumentException().isThrownBy(() -> P256PublicKey.of(new PointOnly(beyond)));
  }

  @Test
  void a_wrong_length_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> P256PublicKey.of(Arrays.copyOf(key.bytes(), 63)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> P256PublicKey.of(Arrays.copyOf(key.bytes(), 65)));
  }

  @Test
  void a_key_of_another_curve_is_refused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    ECPublicKey other = (ECPublicKey) generator.generateKeyPair().getPublic();
    assertThatIllegalArgumentException().isThrownBy(() -> P256PublicKey.of(other));
  }

  @Test
  void nobody_can_change_a_key_through_its_bytes() {
    byte[] copy = key.bytes();
    P256PublicKey same = P256PublicKey.of(copy);
    copy[0] ^= 1;
    same.bytes()[0] ^= 1;
    assertThat(same).isEqualTo(key);
  }

  /** A key of a careless library, which checks no point. */
  private record PointOnly(ECPoint point) implements ECPublicKey {
    @Override
    public ECPoint getW() {
      return point;
    }

    @Override
    public ECParameterSpec getParams() {
      return P256.PARAMETERS;
    }

    @Override
    public String getAlgorithm() {
      return "EC";
    }

    @Override
    public String getFormat() {
      return "X.509";
    }

    @Override
    public byte[] getEncoded() {
      return new byte[0];
    }
  }
}
