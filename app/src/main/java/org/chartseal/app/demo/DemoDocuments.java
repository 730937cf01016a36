package org.chartseal.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.services.clinical.PatientDetails;

/**
 * Puts the documents into the home that the story adds: the patient's C-CDA document, and a visit
 * of today.
 */
final class DemoDocuments {

  private static final String TEMPLATE = "visit.json";

  private final HomeFolder home;
  private final SampleShelf shelf;

  DemoDocuments(HomeFolder home, SampleShelf shelf) {
    this.home = home;
    this.shelf = shelf;
  }

  void ensure(SampleShelf.Sample sample, PatientDetails person, Instant now) throws DemoException {
    if (sample.document().isEmpty()) {
      return;
    }
    try {
      Path document = home.documents().resolve(sample.alias() + ".xml");
      if (!Files.exists(document)) {
        OwnerOnly.write(document, shelf.read(sample.document().get()));
      }
      Path visit = home.documents().resolve(sample.alias() + "-visit.json");
      if (!Files.exists(visit)) {
        OwnerOnly.write(visit, visit(person, now).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new DemoException(
          "CS-DEMO-09", "A sample document could not be written. Check the disk and its rights.");
    }
  }

  private static String visit(PatientDetails person, Instant now) throws IOException {
    Instant start = now.minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    String family = person.name().substring(person.name().lastIndexOf(' ') + 1);
    String given = person.name().substring(0, Math.max(0, person.name().lastIndexOf(' ')));
    try (InputStream in = DemoDocuments.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IOException("the template is part of the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${given}", given)
          .replace("${family}", family)
          .replace("${birthDate}", person.birthDate())
          .replace("${gender}", person.gender())
          .replace("${date}", start.atZone(ZoneOffset.UTC).toLocalDate().toString())
          .replace("${start}", start.toString())
          .replace("${end}", start.plus(30, ChronoUnit.MINUTES).toString());
    }
  }
}
