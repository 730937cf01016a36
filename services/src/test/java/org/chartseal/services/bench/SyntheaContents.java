package org.chartseal.services.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Small contents, one resource each, out of Synthea's sample patients. */
final class SyntheaContents {

  private static final int LEAST_LEAVES = 20;
  private static final int MOST_LEAVES = 60;

  private final PatientDetails person;
  private final List<Content> contents;

  private SyntheaContents(PatientDetails person, List<Content> contents) {
    this.person = person;
    this.contents = contents;
  }

  /**
   * Reads the bundles in a folder.
   *
   * @throws IOException if the folder cannot be read
   */
  static SyntheaContents read(Path folder, DocumentReader reader, LeafExtractor extractor)
      throws IOException, RefusedException {
    List<Path> bundles;
    try (Stream<Path> files = Files.list(folder)) {
      bundles = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<Content> contents = new ArrayList<>();
    Set<Part> seen = new HashSet<>();
    PatientDetails person = PatientDetails.NOBODY;
    for (Path bundle : bundles) {
      if (!(reader.read(new DocumentSource.OnDisk(bundle), Progress.NONE)
          instanceof ReadResult.Parsed parsed)) {
        throw new IllegalStateException("a bundle that cannot be read");
      }
      person = parsed.entries().getFirst().patient();
      for (ParsedEntry entry : parsed.entries()) {
        for (Part part : entry.content().parts(PartRole.RESOURCE)) {
          int leaves = extractor.leaves(part.bytes()).size();
          if (leaves >= LEAST_LEAVES && leaves <= MOST_LEAVES && seen.add(part)) {
            contents.add(new Content(List.of(part)));
          }
        }
      }
    }
    return new SyntheaContents(person, contents);
  }

  /** One of the patients. */
  PatientDetails person() {
    return person;
  }

  /** How many different contents there are. */
  int size() {
    return contents.size();
  }

  /** The contents one after the other, and from the first again. */
  Content get(int index) {
    return contents.get(index % contents.size());
  }
}
