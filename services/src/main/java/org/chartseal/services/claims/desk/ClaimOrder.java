package org.chartseal.services.claims.desk;

import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.RecordEntry;

/**
 * What a claim is to be made from.
 *
 * @param card of the patient
 * @param encounter an entry of the hospital's own, as it was read
 * @param insurer who is billed
 * @param member the insurer's id of the insured
 */
public record ClaimOrder(
    PatientCard card, RecordEntry encounter, Organisation insurer, String member) {}
