package org.chartseal.services.claims.desk;

import org.chartseal.services.claims.Coverage;
import org.chartseal.services.identity.PatientCard;

/**
 * Somebody whom an insurer insures.
 *
 * @param card theirs, which was verified
 */
public record Member(Coverage coverage, PatientCard card) {}
