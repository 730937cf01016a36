package org.chartseal.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code chartseal export} writes, and where. */
final class ExportTargets {

  @Option(names = "--pdf", paramLabel = "FILE", description = "The list, or the entry, as PDF.")
  private Optional<Path> pdf = Optional.empty();

  @Option(names = "--csv", paramLabel = "FILE", description = "The list as a table.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--ips",
      paramLabel = "FILE",
      description = "What is proven, as a FHIR document bundle.")
  private Optional<Path> ips = Optional.empty();

  Optional<Path> pdf() {
    return pdf;
  }

  Optional<Path> csv() {
    return csv;
  }

  Optional<Path> ips() {
    return ips;
  }
}
