package org.chartseal.services.identity;

import java.util.Optional;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;

/**
 * An organisation that acts here, its own device unlocked.
 *
 * @param name as shown
 * @param keys the organisation's own keys, not a practitioner's
 * @param certificates digest of the block that holds its certificate chain
 */
public record OrganisationParty(
    OrganisationId id, String name, UnlockedIdentity keys, Optional<Hash32> certificates) {

  /** Its party id. */
  public PartyId party() {
    return PartyId.of(id);
  }
}
