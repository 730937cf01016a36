package org.chartseal.services.ledger;

import java.time.Instant;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RecoverableSignature;

/**
 * A patient's entry with the authority to anchor it (protocol §6.2). The slot is the address that
 * the signature recovers to.
 *
 * @param notAfter the contract accepts it until then, whole seconds
 */
public record PatientAnchor(
    Hash32 manifestDigest, Hash32 contentRoot, Instant notAfter, RecoverableSignature signature) {}
