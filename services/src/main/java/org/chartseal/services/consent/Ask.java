package org.chartseal.services.consent;

import java.time.Instant;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/**
 * A request for consent as the patient finds it.
 *
 * @param asker who asks
 * @param terms what for, what, and until when
 * @param askedAt when it was anchored
 * @param answered whether the patient has answered it
 * @param reference the entry that says it
 * @param author under whose key that was written
 */
public record Ask(
    OrganisationId asker,
    ConsentTerms terms,
    Instant askedAt,
    boolean answered,
    EntryReference reference,
    KeyId author) {}
