package org.chartseal.services.clinical;

/**
 * A number by which somebody knows a patient.
 *
 * @param system who gave it: a URI; an OID as {@code urn:oid:…}
 */
public record PatientIdentifier(String system, String value) {}
