package org.chartseal.services.consent.internal;

import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/** What one organisation writes for a patient, as the patient reads it. */
public record WriterStreams(OrganisationId writer, PairStreams pair) {

  /**
   * The streams of an organisation of the patient's index.
   *
   * @throws RefusedException CS-CONS-09 if the directory does not know it, or if the device does
   *     not agree
   */
  public static WriterStreams of(PatientSession session, Directory directory, OrganisationId writer)
      throws RefusedException {
    return new WriterStreams(
        writer, session.with(directory.find(writer).orElseThrow(() -> unknown(writer))));
  }

  /** One stream; the caller closes its keys. */
  public StreamAccess stream(SensitivityClass sensitivity, int generation, int year) {
    return pair.stream(writer, sensitivity, generation, year);
  }

  /** That the directory lacks an organisation. */
  public static RefusedException unknown(OrganisationId id) {
    return new RefusedException(
        new Fault(
            "CS-CONS-09",
            "The network's directory does not know organisation "
                + id
                + ". Update the directory, then try again."));
  }
}
