package org.chartseal.services.claims.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.consent.Relations;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/** What insurers told a patient: the explanations of benefit in their own record. */
public final class ClaimsView {

  private static final Fault UNKNOWN =
      new Fault(
          "CS-EOB-01",
          "The network's directory does not know an organisation of the patient's index. Update the directory, then try again.");

  private final RecordReader reader;
  private final Relations relations;
  private final Directory directory;
  private final InstantSource clock;

  public ClaimsView(
      RecordReader reader, Relations relations, Directory directory, InstantSource clock) {
    this.reader = reader;
    this.relations = relations;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Reads what the organisations in the patient's index wrote into the class of claims, since the
   * patient has a card.
   *
   * @param sink takes each entry with its verdict
   * @throws RefusedException if the index cannot be read, or the device does not agree
   */
  public RecordOutcome read(PatientSession session, Progress progress, Consumer<RecordEntry> sink)
      throws RefusedException {
    int from = ClaimEntries.year(session.patient().card().issuedAt());
    int to = ClaimEntries.year(clock.instant());
    List<StreamAccess> streams = new ArrayList<>();
    try {
      for (OrganisationId id : relations.read(session)) {
        Organisation organisation =
            directory.find(id).orElseThrow(() -> new RefusedException(UNKNOWN));
        PairStreams pair = session.with(organisation);
        streams.addAll(
            ClaimEntries.years(
                from, to, year -> pair.stream(id, SensitivityClass.CLAIMS, 0, year)));
      }
      return reader.read(session.self().patient(), streams, progress, sink);
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }
}
