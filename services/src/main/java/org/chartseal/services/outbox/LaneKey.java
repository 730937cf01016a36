package org.chartseal.services.outbox;

import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/**
 * One lane of one stream, without saying whose.
 *
 * @param stream a fingerprint of the stream that tells nothing to whoever lacks its keys, such as a
 *     MAC under its slot key
 * @param writer the organisation, or {@link OrganisationId#PATIENTS}
 * @param lane the allocator, 0 … 65535
 */
public record LaneKey(Hash32 stream, OrganisationId writer, int lane) {

  /** Whether a patient writes in it, with one-time slot keys. */
  public boolean isPatients() {
    return writer.equals(OrganisationId.PATIENTS);
  }
}
