package org.chartseal.services.record;

import java.util.Optional;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.NullifierKey;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PairSecret;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.seal.YearKey;

/** The streams of one pair, for whoever holds its secret: either side. */
public final class PairStreams implements AutoCloseable {

  private final PairSecret secret;
  private final Subject.Patient patient;

  /**
   * @param secret is closed with this
   * @param patient the patient in the pair
   */
  public PairStreams(PairSecret secret, Subject.Patient patient) {
    this.secret = secret;
    this.patient = patient;
  }

  /**
   * One stream, of the organisation or of the patient ({@link OrganisationId#PATIENTS}).
   *
   * @param year UTC year, or {@link StreamId#CONTROL_YEAR}
   */
  public StreamAccess stream(
      OrganisationId writer, SensitivityClass sensitivity, int generation, int year) {
    boolean own = writer.equals(OrganisationId.PATIENTS);
    PartyId party = own ? patient.party() : PartyId.of(writer);
    try (ClassKey classKey = secret.classKey(party, sensitivity, generation);
        YearKey yearKey = classKey.year(year)) {
      return new StreamAccess(
          writer,
          new StreamId(party, sensitivity, generation, year),
          yearKey.streamKeys(),
          own ? Optional.of(patient.slotPoint()) : Optional.empty());
    }
  }

  /** The key of all years of one of the streams, for a capability; the caller closes it. */
  public ClassKey classKey(OrganisationId writer, SensitivityClass sensitivity, int generation) {
    return secret.classKey(PartyId.of(writer), sensitivity, generation);
  }

  /** The key that names billable services; the caller closes it. */
  public NullifierKey nullifierKey() {
    return secret.nullifierKey();
  }

  /** Names a document of an organisation about the patient, to nobody else. */
  Hash32 document(OrganisationId writer, Hash32 fingerprint) {
    return secret.document(PartyId.of(writer), fingerprint);
  }

  /** The patient in the pair. */
  public Subject.Patient patient() {
    return patient;
  }

  @Override
  public void close() {
    secret.close();
  }
}
