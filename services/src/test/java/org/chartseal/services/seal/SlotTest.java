package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.math.ec.ECPoint;
import org.chartseal.services.seal.internal.Secp256k1;
import org.junit.jupiter.api.Test;

class SlotTest {

  /** Section A of the Ethereum yellow paper's usual example: the key 1 has this address. */
  private static final String ADDRESS_OF_ONE = "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf";

  @Test
  void the_address_of_a_point_is_ethereums() {
    assertThat(Address.of(Secp256k1.address(Secp256k1.times(BigInteger.ONE))).hex())
        .isEqualTo(ADDRESS_OF_ONE);
  }

  @Property(tries = 25)
  void the_patient_signs_for_the_slot_that_the_other_side_computes(
      @ForAll @IntRange(max = 65535) int lane, @ForAll @IntRange int n) {
    Place place = new Place(lane, n);
    try (SlotScalar scalar = Samples.slotScalar();
        StreamKeys keys = Samples.patientStream();
        SlotSigner signer = scalar.signer(keys, place)) {
      SlotPoint card = SlotPoint.of(scalar.point().bytes());
      assertThat(card.slot(keys, place)).isEqualTo(signer.slot());
      Hash32 digest = Digests.keccak256(new byte[] {(byte) n});
      RecoverableSignature signature = signer.sign(digest);
      BigInteger s = new BigInteger(1, signature.s().bytes());
      assertThat(s).isLessThanOrEqualTo(Secp256k1.ORDER.shiftRight(1));
      ECPoint recovered =
          Secp256k1.recover(
              new BigInteger(1, signature.r().bytes()), s, signature.v() - 27, digest.bytes());
      assertThat(Address.of(Secp256k1.address(recovered))).isEqualTo(signer.address());
    }
  }

  @Test
  void an_organisations_slot_and_a_patients_have_nothing_in_common() {
    Place place = new Place(0, 0);
    try (SlotScalar scalar = Samples.slotScalar();
        StreamKeys keys = Samples.patientStream()) {
      Slot patients = scalar.point().slot(keys, place);
      assertThat(patients).isNotEqualTo(keys.organisationSlot(place));
      assertThat(patients.value().hex()).startsWith("0".repeat(24));
      assertThat(patients).isNotEqualTo(scalar.point().slot(keys, place.next()));
    }
  }

  @Test
  void what_is_no_point_of_the_curve_is_refused() {
    byte[] uncompressed = new byte[65];
    byte[] offCurve = new byte[33];
    offCurve[0] = 2;
    offCurve[32] = 5;
    assertThatIllegalArgumentException().isThrownBy(() -> SlotPoint.of(uncompressed));
    assertThatIllegalArgumentException().isThrownBy(() -> SlotPoint.of(new byte[1]));
    assertThatIllegalArgumentException().isThrownBy(() -> SlotPoint.of(offCurve));
  }
}
