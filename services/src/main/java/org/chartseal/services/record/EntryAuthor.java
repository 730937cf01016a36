package org.chartseal.services.record;

import java.util.Optional;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.signing.P256PublicKey;

/**
 * Who will sign an entry, for whom.
 *
 * @param organisation for which they are licensed
 * @param key their signing key
 * @param name as shown
 * @param certificates digest of the block that holds their certificate chain
 */
public record EntryAuthor(
    OrganisationId organisation, P256PublicKey key, String name, Optional<Hash32> certificates) {}
