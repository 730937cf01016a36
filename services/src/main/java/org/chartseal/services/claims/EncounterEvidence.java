package org.chartseal.services.claims;

import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.ContentTree;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.EntrySignature;
import org.chartseal.services.seal.OrganisationId;

/**
 * A signed and final entry as its own organisation holds it, from which services are billed.
 *
 * @param organisation under which it is anchored
 * @param signature the author's, with the entry's place in the statement
 * @param content opened
 * @param tree over the content's leaves, with its salts still open
 */
public record EncounterEvidence(
    OrganisationId organisation,
    EntryReference entry,
    EntrySignature signature,
    Content content,
    ContentTree tree) {}
