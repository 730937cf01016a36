package org.chartseal.services.ledger;

import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;

/**
 * A hint, from an event, at who retracted; {@link Word#matchesRetracted} proves it.
 *
 * @param retractor {@link KeyId#PATIENT} when the patient did
 */
public record RetractionEvidence(KeyId retractor, Hash32 transaction, long block) {}
