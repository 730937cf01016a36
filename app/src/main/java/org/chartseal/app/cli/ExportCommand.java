package org.chartseal.app.cli;

import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartseal.app.session.EntryName;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal export}. */
@Command(
    name = "export",
    description = {
      "Writes a record that was granted, or one's own, to files.",
      "The list with its verdicts as PDF or CSV, one entry as PDF, or what is proven as an International Patient Summary (FHIR R4).",
      "The patient sees this opening like any other. Whoever has such a file can read it."
    },
    footer = {
      "",
      "Example:",
      "  chartseal export adan-delrio --as dr-okafor --pdf record.pdf --ips summary.json",
      "  chartseal export adan-delrio/1.N.0.2024.0.3 --as dr-okafor --pdf entry.pdf"
    })
final class ExportCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PATIENT|ENTRY",
      description = "A patient of this home, their card file, or an entry's name.")
  private String what = "";

  @ArgGroup(exclusive = false, multiplicity = "1")
  private ExportTargets targets = new ExportTargets();

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Of the PDF: english or korean.",
      defaultValue = "english")
  private Language language = Language.ENGLISH;

  @Option(names = "--purpose", description = "As in the consent.", defaultValue = "treatment")
  private String purpose = "";

  @Mixin private final Sending sending = new Sending();

  ExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Optional<EntryName> one = EntryName.parse(what);
    if (one.isPresent() && (targets.csv().isPresent() || targets.ips().isPresent())) {
      throw CommandFailure.usage(
          "CS-USE-40", "One entry is written as PDF only. Name the patient for the other forms.");
    }
    String patient = one.map(EntryName::patient).orElse(what);
    RecordOpening opening = RecordOpening.of(invocation, patient);
    RecordOpening.Granted granted =
        new RecordOpening.Granted(
            TermsText.purpose(purpose),
            one.map(name -> OpeningScope.stream(name::isIn)).orElse(OpeningScope.EVERYTHING),
            sending);
    try (Workspace workspace = invocation.open()) {
      ExportedRecord opened =
          new ExportedRecord(
              workspace, patient, one, targets, new Localisation(language, ZoneId.systemDefault()));
      boolean complete = opening.read(workspace, granted, opened);
      opened.write(invocation.output());
      return (complete && opened.isGood() ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }
  }
}
