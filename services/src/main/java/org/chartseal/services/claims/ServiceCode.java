package org.chartseal.services.claims;

/**
 * What was done, as a code of a code system.
 *
 * @param system the code system's URI as written in the record, for instance {@code
 *     http://snomed.info/sct}
 * @param code the code as written in the record
 */
public record ServiceCode(String system, String code) {}
