package org.chartseal.views.visit;

import org.chartseal.services.clinical.PatientDetails;

/**
 * A patient card that this home can read.
 *
 * @param source names it to the desk
 */
public record CardOnHand(String source, PatientDetails person) {}
