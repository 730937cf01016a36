package org.chartseal.services.identity;

/**
 * A patient who acts here, their device unlocked.
 *
 * @param card the patient's card
 * @param keys of that card
 */
public record PatientParty(PatientCard card, UnlockedIdentity keys) {}
