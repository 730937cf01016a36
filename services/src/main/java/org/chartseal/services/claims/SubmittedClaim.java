package org.chartseal.services.claims;

/** A claim with the hospital's signed bill: what is sent to the insurer. */
public record SubmittedClaim(ClaimFile file, Bill bill) {}
