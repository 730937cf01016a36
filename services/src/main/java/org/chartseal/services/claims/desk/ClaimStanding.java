package org.chartseal.services.claims.desk;

import org.chartseal.services.claims.ClaimFile;

/** A claim of a hospital's own, and how far it is. */
public record ClaimStanding(ClaimFile claim, ClaimState state) {}
