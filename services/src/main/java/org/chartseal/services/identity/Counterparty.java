package org.chartseal.services.identity;

import org.chartseal.services.seal.PartyId;
import org.chartseal.signing.P256PublicKey;

/**
 * The other side of a pair.
 *
 * @param party its party id
 * @param agreementKey its public agreement key, from a card or a certificate that was verified
 */
public record Counterparty(PartyId party, P256PublicKey agreementKey) {}
