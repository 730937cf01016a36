package org.chartseal.services.record;

import java.util.Optional;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PairSecret;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.seal.YearKey;

/** The streams of a pair of two organisations, for whoever holds its secret: either side. */
public final class OrganisationPair implements AutoCloseable {

  private final PairSecret secret;

  /**
   * @param secret is closed with this
   */
  public OrganisationPair(PairSecret secret) {
    this.secret = secret;
  }

  /**
   * One stream of one of the two.
   *
   * @param year UTC year, or {@link StreamId#CONTROL_YEAR}
   */
  public StreamAccess stream(
      OrganisationId writer, SensitivityClass sensitivity, int generation, int year) {
    PartyId party = PartyId.of(writer);
    try (ClassKey classKey = secret.classKey(party, sensitivity, generation);
        YearKey yearKey = classKey.year(year)) {
      return new StreamAccess(
          writer,
          new StreamId(party, sensitivity, generation, year),
          yearKey.streamKeys(),
          Optional.empty());
    }
  }

  @Override
  public void close() {
    secret.close();
  }
}
