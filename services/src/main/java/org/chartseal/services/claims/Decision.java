package org.chartseal.services.claims;

/** A decision about a claim, with all that it was made from. */
public record Decision(DecisionInputs inputs, Adjudication result) {}
