package org.chartseal.services.claims;

/**
 * What the rules had come to about a line before a person ruled.
 *
 * @param explanation the rule pack's sentence
 */
public record RulesOutcome(Outcome outcome, String explanation) {}
