package org.chartseal.services.consent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.consent.Capability;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.YearKey;
import org.junit.jupiter.api.Test;

/**
 * The vector of the part {@code capabilities} (protocol §7.1) is what this code makes. {@code
 * -Dchartseal.vectors.write=true} writes it: to be done when the protocol's version changes, and
 * never to make a test pass.
 */
class CapabilityVectorsTest {

  private static final Path FILE = Path.of("src/test/resources/vectors/capabilities.json");
  private static final OrganisationId WRITER = new OrganisationId(7);
  private static final int YEAR = 2026;

  @Test
  void the_vector_is_what_the_code_makes() throws IOException {
    String made =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(vector()) + "\n";
    if (Boolean.getBoolean("chartseal.vectors.write")) {
      Files.writeString(FILE, made);
    }
    assertThat(Files.readString(FILE)).isEqualTo(made);
  }

  private static Map<String, Object> vector() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 5);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("organisation", WRITER.number());
    out.put("writer", PartyId.of(WRITER).value().hex());
    out.put("class", "N");
    out.put("generation", 2);
    try (ClassKey classKey = ClassKey.of(key);
        YearKey yearKey = classKey.year(YEAR);
        Capability all = capability(new Capability.Scope.AllYears(ClassKey.of(key)));
        Capability one =
            capability(new Capability.Scope.OneYear(YEAR, YearKey.of(yearKey.bytes())))) {
      out.put("classKey", hex(key));
      out.put("year", YEAR);
      out.put("yearKey", hex(yearKey.bytes()));
      out.put("allYears", hex(new CapabilityCodec().part(List.of(all)).bytes()));
      out.put("oneYear", hex(new CapabilityCodec().part(List.of(one)).bytes()));
      out.put("bothInOrder", hex(new CapabilityCodec().part(List.of(all, one)).bytes()));
      StreamAccess stream = one.streams(YEAR, YEAR).getFirst();
      out.put("slotOfLane0Index0", stream.slot(new Place(0, 0)).slot().value().hex());
    }
    return out;
  }

  private static Capability capability(Capability.Scope scope) {
    return new Capability(WRITER, SensitivityClass.GENERAL, 2, scope);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
