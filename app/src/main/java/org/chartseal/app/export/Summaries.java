package org.chartseal.app.export;

import java.time.Instant;
import java.util.function.Consumer;
import org.chartseal.app.session.EntryName;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.SummaryCollector;
import org.chartseal.services.seal.RefusedException;

/** Makes the patient summary of one opening, entry by entry. */
public final class Summaries implements Consumer<RecordEntry> {

  private final Workspace workspace;
  private final SummaryCollector entries;

  /**
   * @param alias how the home names the patient
   */
  public Summaries(Workspace workspace, String alias) {
    this.workspace = workspace;
    Directory directory = workspace.identity().directory();
    this.entries =
        new SummaryCollector(
            entry -> EntryName.of(alias, entry).toString(),
            id -> directory.find(id).map(Organisation::name).orElseGet(id::toString));
  }

  @Override
  public void accept(RecordEntry entry) {
    entries.accept(entry);
  }

  /** The summary of what was taken. */
  public PatientSummary make(PatientDetails patient, RecordOutcome.Opened how)
      throws RefusedException {
    return workspace.clinical().summaries().write(entries.request(patient, how, Instant.now()));
  }
}
