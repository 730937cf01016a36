package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.chartseal.services.claims.internal.BillCodec;
import org.chartseal.services.claims.internal.FhirClaimReader;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;

/** Claims whose form is not that of a claim are refused. */
class ClaimFileFormTest {

  private final World world = new World();
  private final SubmittedClaim claim =
      world.submit(world.claim(world.entry(world.patient, Resources.encounter("e1", "185345009"))));

  @Test
  void a_claim_over_an_amount_with_an_enormous_exponent_is_refused_at_once() {
    List<Disclosure> disclosures =
        claim.file().lines().stream().map(ServiceLine::disclosure).toList();
    String json =
        new String(ClaimCodec.content(claim).parts().getFirst().bytes(), StandardCharsets.UTF_8);
    String enormous = json.replaceFirst("(\"net\":\\{\"value\":)[0-9.]+", "$11e2000000000");
    assertThat(enormous).isNotEqualTo(json);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() ->
                    FhirClaimReader.read(enormous.getBytes(StandardCharsets.UTF_8), disclosures))
                .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void a_bill_of_an_earlier_or_later_version_is_refused() throws RefusedException {
    byte[] bytes = BillCodec.write(claim.bill());
    assertThat(BillCodec.write(BillCodec.read(bytes))).isEqualTo(bytes);
    int version = indexOfVersion(bytes);
    for (byte other : new byte[] {0, 2}) {
      bytes[version] = other;
      assertThatThrownBy(() -> BillCodec.read(bytes)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** The value after the one-letter key {@code v} (CBOR, RFC 8949 §3). */
  private static int indexOfVersion(byte[] bill) {
    for (int i = 0; i < bill.length - 2; i++) {
      if (bill[i] == 0x61 && bill[i + 1] == 'v' && bill[i + 2] == 1) {
        return i + 2;
      }
    }
    throw new AssertionError("a bill has its version");
  }
}
