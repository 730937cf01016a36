package org.chartseal.services.consent.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chartseal.services.consent.Capability;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.YearKey;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborWriter;
import org.junit.jupiter.api.Test;

/** Capabilities are read as they were written, and anything else is refused and nothing worse. */
class CapabilityCodecTest {

  private final CapabilityCodec codec = new CapabilityCodec();

  @Property(tries = 300)
  void what_is_written_is_read_again(@ForAll("capabilities") List<Capability> capabilities)
      throws CborException {
    Part part = codec.part(capabilities);
    List<Capability> read = codec.read(part);
    assertThat(read).hasSameSizeAs(capabilities);
    assertThat(codec.part(read).bytes()).isEqualTo(part.bytes());
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).writer()).isEqualTo(capabilities.get(i).writer());
      assertThat(read.get(i).sensitivity()).isEqualTo(capabilities.get(i).sensitivity());
      assertThat(read.get(i).generation()).isEqualTo(capabilities.get(i).generation());
      assertThat(read.get(i).scope().secret().bytes())
          .isEqualTo(capabilities.get(i).scope().secret().bytes());
    }
  }

  @Property(tries = 2_000)
  void a_changed_byte_ends_in_a_refusal_or_other_capabilities_and_nothing_else(
      @ForAll @IntRange(max = 100_000) int at, @ForAll byte value) {
    byte[] bytes = sample();
    bytes[at % bytes.length] = value;
    try {
      assertThat(codec.part(codec.read(part(bytes))).bytes()).isEqualTo(bytes);
    } catch (CborException e) {
      assertThat(e).hasMessageNotContaining("key of");
    }
  }

  @Property(tries = 2_000)
  void any_bytes_end_in_a_refusal_or_in_none(@ForAll byte[] bytes) {
    try {
      assertThat(codec.read(part(bytes))).isEmpty();
    } catch (CborException e) {
      assertThat(e).isNotNull();
    }
  }

  @Property(tries = 300)
  void what_is_cut_short_or_longer_is_refused(@ForAll @IntRange(max = 100_000) int length) {
    byte[] bytes = sample();
    int size = length % (2 * bytes.length);
    if (size != bytes.length) {
      assertThatThrownBy(() -> codec.read(part(Arrays.copyOf(bytes, size))))
          .isInstanceOf(CborException.class);
    }
  }

  @Test
  void a_capability_for_consents_or_for_two_writers_is_refused() {
    assertThatThrownBy(() -> codec.read(part(encoded("consent", 7, 7))))
        .isInstanceOf(CborException.class);
    assertThatThrownBy(() -> codec.read(part(encoded("N", 7, 8))))
        .hasMessageContaining("two writers");
    assertThatThrownBy(() -> codec.read(part(encoded("XYZ", 7, 7))))
        .isInstanceOf(CborException.class);
  }

  @Provide
  Arbitrary<List<Capability>> capabilities() {
    Arbitrary<byte[]> key = Arbitraries.bytes().array(byte[].class).ofSize(32);
    Arbitrary<Capability.Scope> all =
        key.map(bytes -> new Capability.Scope.AllYears(ClassKey.of(bytes)));
    Arbitrary<Capability.Scope> one =
        Combinators.combine(key, Arbitraries.integers().between(0, 9999))
            .as((bytes, year) -> new Capability.Scope.OneYear(year, YearKey.of(bytes)));
    return Combinators.combine(
            Arbitraries.longs().between(1, Long.MAX_VALUE).map(OrganisationId::new),
            Arbitraries.of(SensitivityClass.CLINICAL),
            Arbitraries.integers().greaterOrEqual(0),
            Arbitraries.oneOf(all, one))
        .as(Capability::new)
        .list()
        .ofMaxSize(20);
  }

  private byte[] sample() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 5);
    return codec
        .part(
            List.of(
                new Capability(
                    new OrganisationId(7),
                    SensitivityClass.GENERAL,
                    300,
                    new Capability.Scope.AllYears(ClassKey.of(key))),
                new Capability(
                    new OrganisationId(8),
                    SensitivityClass.parse("PSY"),
                    0,
                    new Capability.Scope.OneYear(2026, YearKey.of(key)))))
        .bytes();
  }

  private static byte[] encoded(String sensitivity, long writer, long organisation) {
    CborWriter out = new CborWriter().array(1).map(5);
    out.key("key").bytes(new byte[32]);
    out.key("class").text(sensitivity);
    out.key("writer").bytes(PartyId.of(new OrganisationId(writer)).value().bytes());
    out.key("generation").unsigned(0);
    out.key("organisation").unsigned(organisation);
    return out.toByteArray();
  }

  private static Part part(byte[] bytes) {
    return new Part(PartRole.CAPABILITIES, "application/cbor", bytes);
  }
}
