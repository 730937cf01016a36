package org.chartseal.services.seal;

/**
 * Why something was not done or not believed, for a person to read.
 *
 * @param code stable across versions, for instance {@code CS-SEAL-02}; shown beside the sentence
 * @param sentence what happened and what to do, in English; holds no key, path, name or content
 */
public record Fault(String code, String sentence) {}
