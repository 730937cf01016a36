package org.chartseal.services.ledger;

import org.chartseal.services.seal.InclusionProof;
import org.chartseal.services.seal.SignedStatement;

/**
 * The signed statement that a transaction carried and the place of one leaf in it. The signature is
 * not checked here.
 *
 * @param inclusion proof of the leaf {@code slot ‖ recordDigest} in the whole statement
 */
public record RunEvidence(SignedStatement statement, InclusionProof inclusion) {}
