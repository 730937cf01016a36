package org.chartseal.services.claims;

import java.time.LocalDate;
import java.util.Set;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;

/**
 * What a claim is to be made from.
 *
 * @param claim random, from {@link ClaimMaker#newClaimId()}
 * @param member the insurer's id of the insured
 * @param billed nullifiers that were billed to this insurer before; these services are left out
 */
public record ClaimRequest(
    Hash32 claim,
    OrganisationId insurer,
    PartyId patient,
    String member,
    LocalDate created,
    EncounterEvidence encounter,
    Set<Hash32> billed) {

  public ClaimRequest {
    billed = Set.copyOf(billed);
  }
}
