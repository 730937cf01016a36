package org.chartseal.services.identity;

import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.signing.P256PublicKey;

/**
 * An organisation as the network's directory has it, its certificates verified.
 *
 * @param name as shown
 * @param agreementKey with which others form a pair with it
 */
public record Organisation(OrganisationId id, String name, P256PublicKey agreementKey) {

  /** The organisation as the other side of a pair. */
  public Counterparty counterparty() {
    return new Counterparty(PartyId.of(id), agreementKey);
  }
}
