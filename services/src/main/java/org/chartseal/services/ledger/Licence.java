package org.chartseal.services.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A licence as it stands at a block (protocol §6.1). It was checked when an entry was anchored;
 * later changes change no verdict of the past, compromise apart.
 *
 * @param notBefore first second at which the key may write
 * @param notAfter last second at which it may
 * @param compromisedSince what was anchored or retracted from then on is doubtful
 */
public record Licence(
    LicenceStatus status,
    LicenceRole role,
    Instant notBefore,
    Instant notAfter,
    Optional<Instant> compromisedSince) {}
