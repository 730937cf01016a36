package org.chartseal.services.record;

import java.util.Optional;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.Slot;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.seal.StreamKeys;

/**
 * What it takes to find and decrypt the entries of one stream; it gives no power to write.
 *
 * @param writer the organisation under which the slots are stored; {@link OrganisationId#PATIENTS}
 *     for a patient's
 * @param stream writer, class, generation and year
 * @param keys of that stream
 * @param point the patient's slot point when the patient is the writer, else absent
 */
public record StreamAccess(
    OrganisationId writer, StreamId stream, StreamKeys keys, Optional<SlotPoint> point) {

  /**
   * @throws IllegalArgumentException unless the point is there for a patient's stream and for no
   *     other
   */
  public StreamAccess {
    if (point.isPresent() != writer.equals(OrganisationId.PATIENTS)) {
      throw new IllegalArgumentException(
          "a slot point goes with a patient's stream, and only there");
    }
  }

  /** Whether it holds the ends of its generation and nothing else. */
  public boolean isControl() {
    return stream.year() == StreamId.CONTROL_YEAR;
  }

  /** Where on the ledger the entry at this place stands. */
  public LedgerSlot slot(Place place) {
    Slot slot =
        point
            .map(patient -> patient.slot(keys, place))
            .orElseGet(() -> keys.organisationSlot(place));
    return new LedgerSlot(writer, slot);
  }
}
