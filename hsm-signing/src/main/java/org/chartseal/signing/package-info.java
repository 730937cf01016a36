/**
 * The signing port: what Chartseal asks of a card, an HSM token or a key file, and how each of them
 * may answer.
 *
 * <p>Every device holds P-256 keys of two purposes, signing and agreement (ECDH). Private keys
 * never leave it; this package hands out outcomes, never keys. Values on the port are types of
 * their own, so that a digest cannot be taken for a secret. Expected failures are sealed outcomes;
 * exceptions are for mistakes of the caller.
 */
@NullMarked
package org.chartseal.signing;

import org.jspecify.annotations.NullMarked;
