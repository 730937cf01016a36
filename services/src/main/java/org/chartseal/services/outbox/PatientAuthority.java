package org.chartseal.services.outbox;

import java.time.Instant;
import org.chartseal.services.seal.RecoverableSignature;

/**
 * A one-time slot key's EIP-712 signature, made while the card was in; the key itself is gone
 * (protocol §6.2).
 *
 * @param notAfter the contract accepts it until then, whole seconds
 */
public record PatientAuthority(Instant notAfter, RecoverableSignature signature) {}
