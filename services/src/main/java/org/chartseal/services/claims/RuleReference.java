package org.chartseal.services.claims;

/**
 * Which row of which table decided.
 *
 * @param pack id and version of the pack, and the digest of its archive
 * @param rule id of the row, or empty when no row fits
 * @param citation where the rule comes from, as the pack says
 */
public record RuleReference(PackId pack, String table, String rule, String citation) {}
