package org.chartseal.services.clinical;

/**
 * An International Patient Summary.
 *
 * @param bytes a FHIR R4 document bundle, JSON
 * @param entries how many proven entries are in it
 * @param withoutPlace how many proven entries hold nothing for which it has a section, such as
 *     documents that are narrative alone
 * @param leftOut how many were left out because they are not proven
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PatientSummary(byte[] bytes, int entries, int withoutPlace, int leftOut) {}
