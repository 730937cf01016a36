package org.chartseal.services.claims;

import java.time.Instant;

/**
 * A decided claim that may be due.
 *
 * @param receivedAt when the insurer received the claim; who came first is paid first
 */
public record DueClaim(Decision decision, Instant receivedAt) {}
