package org.chartseal.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.services.clinical.PatientDetails;

/**
 * Puts the documents into the home that the story adds: the patient's C-CDA document, and a visit
 * of today.
 */
final class DemoDocuments {

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
        OwnerOnly.write(visit, SampleVisit.bundle(person, now));
      }
    } catch (IOException e) {
      throw new DemoException(
          "CS-DEMO-09", "A sample document could not be written. Check the disk and its rights.");
    }
  }
}
