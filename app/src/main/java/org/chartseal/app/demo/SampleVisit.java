package org.chartseal.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.chartseal.services.clinical.PatientDetails;

/**
 * A visit of today as a FHIR bundle: a wound that was sewn. Each is another visit, with ids of its
 * own.
 */
public final class SampleVisit {

  private static final String TEMPLATE = "visit.json";

  private SampleVisit() {}

  /** The bundle, for this patient. */
  public static byte[] bundle(PatientDetails person, Instant now) throws IOException {
    Instant start = now.minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    int family = person.name().lastIndexOf(' ');
    try (InputStream in = SampleVisit.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IOException("the template is part of the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("5b0c1f0e-6f0e-4f8a-9a52-3f0a2a0c", id())
          .replace("${given}", person.name().substring(0, Math.max(0, family)))
          .replace("${family}", person.name().substring(family + 1))
          .replace("${birthDate}", person.birthDate())
          .replace("${gender}", person.gender())
          .replace("${start}", start.toString())
          .replace("${end}", start.plus(30, ChronoUnit.MINUTES).toString())
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** All but the last four digits, which the template numbers. */
  private static String id() {
    return UUID.randomUUID().toString().substring(0, 32);
  }
}
