package org.chartseal.services.clinical;

import java.time.Instant;

/**
 * What a clinician writes down.
 *
 * @param id FHIR id, up to 60 of {@code A–Z a–z 0–9 - .}; those of the resources that belong to it
 *     begin with it
 * @param written when; kept to the second
 * @param content what it says, not nothing
 */
public record ClinicalNote(
    String id,
    Instant written,
    ActorReference author,
    ActorReference organisation,
    ActorReference patient,
    NoteContent content) {}
