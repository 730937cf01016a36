package org.chartseal.services.claims;

import org.chartseal.services.seal.Hash32;

/**
 * Names a rule pack beyond doubt.
 *
 * @param digest SHA-256 of the archive
 */
public record PackId(String id, String version, Hash32 digest) {}
